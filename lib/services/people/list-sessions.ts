import type { Caller } from '@/lib/auth/caller';
import type { SessionSummary } from '@/lib/contracts/people';
import { mustBeAdmin } from './may';
import type { PeopleParts } from './people-deps';

/** The sessions that are open, last used first: one's own, or as an administrator those of somebody else. */
export const listSessions =
  (parts: PeopleParts) =>
  async (caller: Caller, userId: string = caller.actor.userId): Promise<SessionSummary[]> => {
    if (userId !== caller.actor.userId) mustBeAdmin(caller);
    const rows = await parts.prisma.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: parts.clock() } },
      orderBy: { lastSeenAt: 'desc' },
    });
    return rows.map((row) => ({
      id: row.id,
      userAgent: row.userAgent,
      address: row.address,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      isThis: row.id === caller.sessionId,
    }));
  };
