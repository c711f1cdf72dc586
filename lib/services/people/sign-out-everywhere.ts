import type { Caller } from '@/lib/auth/caller';
import type { SignedOut, SignOutEverywhereInput } from '@/lib/contracts/people';
import { notFound } from '../errors';
import { audited } from './audited';
import { mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';
import { revokeAccess } from './revoke-access';

/**
 * Ends every session of a person, the asking one too, and with `tokens` every token: one's own, or as an administrator
 * somebody else's. Answers how many were ended.
 */
export const signOutEverywhere =
  (parts: PeopleParts) =>
  (caller: Caller, { tokens }: SignOutEverywhereInput, userId: string = caller.actor.userId): Promise<SignedOut> =>
    audited(parts, async (tx, now) => {
      if (userId !== caller.actor.userId) mustBeAdmin(caller);
      mustWrite(caller);
      if (!(await tx.user.findUnique({ where: { id: userId } }))) throw notFound('person');
      const answer = await revokeAccess(tx, userId, now, { tokens });
      const audit = { actorId: caller.actor.userId, action: 'sessions.revoked', subject: userId, detail: answer } as const;
      return { answer, audit: [audit], touched: [userId] };
    });
