import type { Caller } from '@/lib/auth/caller';
import type { Member } from '@/lib/contracts/people';
import { notFound } from '../errors';
import { MEMBER, memberOf } from './account';
import { audited } from './audited';
import { lockAdmins, mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Switches an account on again. Sessions and tokens that ended stay ended. Administrators only. Twice is once. */
export const enableMember =
  (parts: PeopleParts) =>
  (caller: Caller, userId: string): Promise<Member> =>
    audited(parts, async (tx) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const person = await tx.user.findUnique({ where: { id: userId }, include: MEMBER });
      if (!person) throw notFound('person');
      if (!person.disabledAt) return { answer: memberOf(person), audit: [] };
      const enabled = await tx.user.update({ where: { id: userId }, data: { disabledAt: null }, include: MEMBER });
      const audit = { actorId: caller.actor.userId, action: 'member.enabled', subject: userId } as const;
      return { answer: memberOf(enabled), audit: [audit], touched: [userId] };
    });
