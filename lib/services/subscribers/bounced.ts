import type { SubscribersParts } from './subscribers-deps';

/** Ends a subscription whose mailbox does not exist. */
export const bounced =
  ({ prisma, clock }: SubscribersParts) =>
  async (id: string): Promise<void> => {
    await prisma.subscriber.updateMany({ where: { id, endedAt: null }, data: { endedAt: clock(), endedBy: 'bounced' } });
  };
