import type { ChooseComponentsInput } from '@/lib/contracts/subscribers';
import { ServiceError } from '../errors';
import { ownSubscriber } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

/** Sets of which components somebody hears; none for all. Throws `not_found`, `conflict` where it was ended. */
export const chooseComponents =
  (parts: SubscribersParts) =>
  async ({ token, components }: ChooseComponentsInput): Promise<void> => {
    const { id } = await ownSubscriber(parts, token);
    const done = await parts.prisma.subscriber.updateMany({ where: { id, endedAt: null }, data: { componentIds: components } });
    if (done.count === 0) throw new ServiceError('conflict', 'This subscription was ended. Subscribe again to get updates.');
  };
