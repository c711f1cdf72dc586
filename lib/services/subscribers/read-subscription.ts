import type { OwnSubscription, SubscriberKind } from '@/lib/contracts/subscribers';
import { ownSubscriber, stateOf } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

const CALLS_SHOWN = 5;

/** A subscription as its owner sees it. Throws `not_found`. */
export const readSubscription =
  (parts: SubscribersParts) =>
  async (token: string): Promise<OwnSubscription> => {
    const row = await ownSubscriber(parts, token);
    const calls =
      row.kind === 'webhook'
        ? await parts.prisma.delivery.findMany({
            where: { targetKind: 'subscriber', targetId: row.id, attempts: { gt: 0 } },
            orderBy: { createdAt: 'desc' },
            take: CALLS_SHOWN,
          })
        : [];
    return {
      ...{ kind: row.kind as SubscriberKind, address: row.address, state: stateOf(row), componentIds: row.componentIds },
      calls: calls.map(({ createdAt, doneAt, lastStatus, lastError }) => ({
        ...{ at: createdAt.toISOString() as never, isDone: doneAt !== null, status: lastStatus, error: lastError },
      })),
    };
  };
