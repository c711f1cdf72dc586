import type { Caller } from '@/lib/auth/caller';
import type { Member } from '@/lib/contracts/people';
import type { GlobalRole } from '@/lib/core/incident/state';
import { notFound, ServiceError } from '../errors';
import { MEMBER, memberOf } from './account';
import { audited } from './audited';
import { isAbove, lockAdmins, mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';
import { revokeAccess, revokeInvitationsBy } from './revoke-access';

export const lastAdmin = (name: string) =>
  new ServiceError('rule', `${name} is the last administrator. Make somebody else an administrator first.`);

/**
 * Changes what a person may do everywhere. Counts at their next request; a lesser role also ends their sessions and takes
 * back the invitations they made. Administrators only. Throws `rule` for the last administrator.
 */
export const changeRole =
  (parts: PeopleParts) =>
  (caller: Caller, userId: string, role: GlobalRole): Promise<Member> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      const admins = await lockAdmins(tx, caller);
      const person = await tx.user.findUnique({ where: { id: userId }, include: MEMBER });
      if (!person) throw notFound('person');
      const from = person.role as GlobalRole;
      if (from === role) return { answer: memberOf(person), audit: [] };
      if (admins.length === 1 && admins[0] === userId) throw lastAdmin(person.name);
      const changed = await tx.user.update({ where: { id: userId }, data: { role }, include: MEMBER });
      if (isAbove(from, role)) {
        await revokeAccess(tx, userId, now);
        await revokeInvitationsBy(tx, userId, now);
      }
      return {
        answer: memberOf(changed),
        audit: [{ actorId: caller.actor.userId, action: 'member.role-changed', subject: userId, detail: { from, to: role } }],
        touched: [userId],
      };
    });
