import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { CreatedHook, CreateHookInput } from '@/lib/contracts/hooks';
import { ServiceError } from '../errors';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import { newHookSecret, type HookDeps } from './hook-deps';
import { hookSummary } from './hook-summary';

const HOOKS_MAX = 50;

/** A new hook, switched on. The secret that signs its messages is in this answer and nowhere else. */
export const createHook =
  (deps: HookDeps) =>
  (caller: Caller, input: CreateHookInput): Promise<CreatedHook> =>
    audited(deps, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      if ((await tx.hook.count({ where: { removedAt: null } })) >= HOOKS_MAX)
        throw new ServiceError('rule', `There are ${HOOKS_MAX} hooks already. Remove one of them first.`);
      const { shown, sealed } = newHookSecret(deps);
      const { userId } = caller.actor;
      const id = uuidv7();
      const data = { id, ...input, secret: sealed, isEnabled: true, createdById: userId, createdAt: now };
      const row = await tx.hook.create({ data });
      const answer = { ...hookSummary(row), secret: input.shape === 'standard' ? shown : null };
      const { name, shape, address, events } = answer;
      const detail = { name, shape, address, events };
      return { answer, audit: [{ actorId: userId, action: 'hook.created', subject: id, detail }] };
    });
