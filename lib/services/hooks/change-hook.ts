import type { Caller } from '@/lib/auth/caller';
import type { ChangeHookInput, CreatedHook } from '@/lib/contracts/hooks';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import { hookOf, newHookSecret, type HookDeps } from './hook-deps';
import { hookSummary } from './hook-summary';

/** Changes a hook, field by field. One that begins to sign its messages gets a secret, which is in this answer only. */
export const changeHook =
  (deps: HookDeps) =>
  (caller: Caller, id: string, input: ChangeHookInput): Promise<CreatedHook> =>
    audited(deps, async (tx) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const before = await hookOf(tx, id);
      const signs = input.shape === 'standard' && before.shape !== 'standard';
      const secret = signs ? newHookSecret(deps) : null;
      const row = await tx.hook.update({ where: { id }, data: { ...input, ...(secret ? { secret: secret.sealed } : {}) } });
      const changed = Object.keys(input);
      const answer = { ...hookSummary(row), secret: secret?.shown ?? null };
      const detail = { name: row.name, changed, isEnabled: row.isEnabled };
      const audit = { actorId: caller.actor.userId, action: 'hook.changed' as const, subject: id, detail };
      return { answer, audit: changed.length > 0 ? [audit] : [] };
    });
