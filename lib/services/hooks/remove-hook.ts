import type { Caller } from '@/lib/auth/caller';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import { hookOf, type HookDeps } from './hook-deps';

/** Removes a hook, and takes back what still waits to be sent to it. */
export const removeHook =
  (deps: HookDeps) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(deps, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const { name } = await hookOf(tx, id);
      await tx.hook.update({ where: { id }, data: { removedAt: now, isEnabled: false, secret: '' } });
      await tx.delivery.updateMany({
        where: { targetKind: 'hook', targetId: id, doneAt: null, failedAt: null },
        data: { failedAt: now, lastError: 'The hook was removed.' },
      });
      return {
        answer: undefined,
        audit: [{ actorId: caller.actor.userId, action: 'hook.removed', subject: id, detail: { name } }],
      };
    });
