import type { Caller } from '@/lib/auth/caller';
import type { CreatedHook } from '@/lib/contracts/hooks';
import { ServiceError } from '../errors';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import { hookOf, newHookSecret, type HookDeps } from './hook-deps';
import { hookSummary } from './hook-summary';

/** A new secret in place of the old one, which signs nothing any more. Throws `rule` for the shape of a chat. */
export const replaceHookSecret =
  (deps: HookDeps) =>
  (caller: Caller, id: string): Promise<CreatedHook> =>
    audited(deps, async (tx) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const hook = await hookOf(tx, id);
      if (hook.shape !== 'standard') throw new ServiceError('rule', 'A chat reads no signature, so this hook has no secret.');
      const { shown, sealed } = newHookSecret(deps);
      const row = await tx.hook.update({ where: { id }, data: { secret: sealed } });
      const audit = { actorId: caller.actor.userId, action: 'hook.secret-replaced' as const, subject: id };
      return { answer: { ...hookSummary(row), secret: shown }, audit: [{ ...audit, detail: { name: row.name } }] };
    });
