import type { Caller } from '@/lib/auth/caller';
import { notFound } from '../errors';
import { audited } from './audited';
import { lockAdmins, mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Switches an account on again. Sessions and tokens that ended stay ended. Administrators only. Twice is once. */
export const enableMember =
  (parts: PeopleParts) =>
  (caller: Caller, userId: string): Promise<void> =>
    audited(parts, async (tx) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const enabled = await tx.user.updateMany({ where: { id: userId, disabledAt: { not: null } }, data: { disabledAt: null } });
      if (enabled.count > 0) {
        const audit = { actorId: caller.actor.userId, action: 'member.enabled', subject: userId } as const;
        return { answer: undefined, audit: [audit], touched: [userId] };
      }
      if (!(await tx.user.findUnique({ where: { id: userId } }))) throw notFound('person');
      return { answer: undefined, audit: [] };
    });
