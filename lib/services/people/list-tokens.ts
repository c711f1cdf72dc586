import type { Caller } from '@/lib/auth/caller';
import type { TokenSummary } from '@/lib/contracts/people';
import type { ApiToken } from '@/lib/db/generated/client';
import { mustBeAdmin } from './may';
import type { PeopleParts } from './people-deps';

export const tokenSummary = (row: ApiToken): TokenSummary => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scope: row.scope as TokenSummary['scope'],
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** The tokens that work, newest first: one's own, or as an administrator those of somebody else. */
export const listTokens =
  (parts: PeopleParts) =>
  async (caller: Caller, userId: string = caller.actor.userId): Promise<TokenSummary[]> => {
    if (userId !== caller.actor.userId) mustBeAdmin(caller);
    const rows = await parts.prisma.apiToken.findMany({
      where: { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: parts.clock() } }] },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(tokenSummary);
  };
