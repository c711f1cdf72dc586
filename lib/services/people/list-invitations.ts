import type { Caller } from '@/lib/auth/caller';
import type { InvitationState, InvitationSummary } from '@/lib/contracts/people';
import type { Invitation } from '@/lib/db/generated/client';
import { mustBeAdmin } from './may';
import type { PeopleParts, Tx } from './people-deps';

const KEPT = 200;

function stateOf(row: Invitation, now: Date): InvitationState {
  if (row.usedAt) return 'used';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}

export async function invitationSummaries(db: Pick<Tx, 'user'>, rows: Invitation[], now: Date): Promise<InvitationSummary[]> {
  const ids = rows.flatMap((row) => [row.invitedBy, row.usedBy ?? row.invitedBy]);
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const named = new Map(users.map((user) => [user.id, user]));
  return rows.map((row) => ({
    id: row.id,
    role: row.role as InvitationSummary['role'],
    email: row.email,
    invitedBy: named.get(row.invitedBy) ?? { id: row.invitedBy, name: 'somebody' },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: stateOf(row, now),
    usedBy: row.usedBy === null ? null : (named.get(row.usedBy) ?? null),
  }));
}

/** The latest 200 invitations with what became of them, newest first. Administrators only. */
export const listInvitations =
  (parts: PeopleParts) =>
  async (caller: Caller): Promise<InvitationSummary[]> => {
    mustBeAdmin(caller);
    const rows = await parts.prisma.invitation.findMany({ orderBy: { createdAt: 'desc' }, take: KEPT });
    return invitationSummaries(parts.prisma, rows, parts.clock());
  };
