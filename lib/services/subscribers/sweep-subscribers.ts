import type { SubscribersParts } from './subscribers-deps';

const KEEP_MS = 7 * 24 * 3_600_000;

/** Forgets who asked a week ago and never confirmed. */
export const sweepSubscribers =
  ({ prisma, clock }: SubscribersParts) =>
  async (): Promise<void> => {
    const createdAt = { lt: new Date(clock().getTime() - KEEP_MS) };
    await prisma.subscriber.deleteMany({ where: { confirmedAt: null, endedAt: null, createdAt } });
  };
