import type { PeopleParts } from './people-deps';

const DAY_MS = 24 * 3_600_000;
const KEEP_MS = 30 * DAY_MS;

/** Deletes what has been over for a month: sessions, tokens, invitations; and buckets that are full again. */
export const sweepPeople = (parts: PeopleParts) => async (): Promise<void> => {
  const before = { lt: new Date(parts.clock().getTime() - KEEP_MS) };
  await parts.prisma.session.deleteMany({ where: { OR: [{ expiresAt: before }, { revokedAt: before }] } });
  await parts.prisma.apiToken.deleteMany({ where: { OR: [{ expiresAt: before }, { revokedAt: before }] } });
  await parts.prisma.invitation.deleteMany({ where: { expiresAt: before } });
  const idle = new Date(parts.clock().getTime() - DAY_MS);
  await parts.prisma.guessBucket.deleteMany({ where: { refilledAt: { lt: idle } } });
};
