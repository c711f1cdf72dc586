import type { Subscriber } from '@/lib/db/generated/client';
import type { SubscriberState } from '@/lib/contracts/subscribers';
import { ServiceError } from '../errors';
import { hashOfSecret } from '../people/opaque-secret';
import { isManageToken, subscriberIn } from './link-tokens';
import type { SubscribersParts } from './subscribers-deps';

/** What a subscription is by now. */
export function stateOf({
  confirmedAt,
  endedAt,
  endedBy,
}: Pick<Subscriber, 'confirmedAt' | 'endedAt' | 'endedBy'>): SubscriberState {
  if (endedAt) return (endedBy ?? 'unsubscribed') as SubscriberState;
  return confirmedAt ? 'active' : 'pending';
}

/** Whose link this is. Its hash stands in the table, so that links outlive a change of the secret. Throws `not_found`. */
export async function ownSubscriber({ prisma, secret }: SubscribersParts, token: string): Promise<Subscriber> {
  const id = subscriberIn(token);
  const row = id === null ? null : await prisma.subscriber.findUnique({ where: { id } });
  if (row && (isManageToken(token, row.id, secret) || hashOfSecret(token) === row.tokenHash)) return row;
  throw new ServiceError('not_found', 'This link belongs to no subscription. Copy it whole from a mail, or subscribe again.');
}
