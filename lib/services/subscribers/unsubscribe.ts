import { ownSubscriber } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

/** Ends a subscription by the link that stands in every message; for good, whenever. Twice is once. Throws `not_found`. */
export const unsubscribe =
  (parts: SubscribersParts) =>
  async (token: string): Promise<{ wasEnded: boolean }> => {
    const { id } = await ownSubscriber(parts, token);
    const data = { endedAt: parts.clock(), endedBy: 'unsubscribed' };
    const done = await parts.prisma.subscriber.updateMany({ where: { id, endedAt: null }, data });
    return { wasEnded: done.count === 0 };
  };
