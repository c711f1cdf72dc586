import type { Tx } from './people-deps';

/** Ends the live sessions of a person, except one, and with `tokens` their tokens too. Answers how many of each. */
export async function revokeAccess(
  tx: Tx,
  userId: string,
  now: Date,
  { except = null, tokens = false }: { except?: string | null; tokens?: boolean } = {},
): Promise<{ sessions: number; tokens: number }> {
  const spared = except === null ? {} : { id: { not: except } };
  const live = { userId, revokedAt: null };
  const ended = await tx.session.updateMany({ where: { ...live, ...spared }, data: { revokedAt: now } });
  if (!tokens) return { sessions: ended.count, tokens: 0 };
  const withdrawn = await tx.apiToken.updateMany({ where: live, data: { revokedAt: now } });
  return { sessions: ended.count, tokens: withdrawn.count };
}

/** Takes back the invitations of somebody who may no longer invite. */
export async function revokeInvitationsBy(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { invitedBy: userId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
}
