import type { Caller } from '@/lib/auth/caller';
import type { Member } from '@/lib/contracts/people';
import { notFound } from '../errors';
import { MEMBER, memberOf } from './account';
import { audited } from './audited';
import { lastAdmin } from './change-role';
import { lockAdmins, mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';
import { revokeAccess, revokeInvitationsBy } from './revoke-access';

/**
 * Switches an account off: no session, no token, no invitation of it works any more. What the person did stays.
 * Administrators only. Twice is once; throws `rule` for the last administrator.
 */
export const disableMember =
  (parts: PeopleParts) =>
  (caller: Caller, userId: string): Promise<Member> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      const admins = await lockAdmins(tx, caller);
      const person = await tx.user.findUnique({ where: { id: userId }, include: MEMBER });
      if (!person) throw notFound('person');
      if (person.disabledAt) return { answer: memberOf(person), audit: [] };
      if (admins.length === 1 && admins[0] === userId) throw lastAdmin(person.name);
      const disabled = await tx.user.update({ where: { id: userId }, data: { disabledAt: now }, include: MEMBER });
      const detail = await revokeAccess(tx, userId, now, { tokens: true });
      await revokeInvitationsBy(tx, userId, now);
      const audit = { actorId: caller.actor.userId, action: 'member.disabled', subject: userId, detail } as const;
      return { answer: memberOf(disabled), audit: [audit], touched: [userId] };
    });
