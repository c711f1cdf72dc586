import { whenAvailable } from '../people/when-available';
import { changeHook } from './change-hook';
import { createHook } from './create-hook';
import type { HookDeps } from './hook-deps';
import { listHookDeliveries } from './list-hook-deliveries';
import { listHooks } from './list-hooks';
import { removeHook } from './remove-hook';
import { replaceHookSecret } from './replace-hook-secret';
import { resendHookDelivery } from './resend-hook-delivery';
import { testHook } from './test-hook';

/** Everything about where the team's own news go: webhooks of programs and chats. */
export function createHooks(deps: HookDeps) {
  return {
    list: whenAvailable(listHooks(deps)),
    create: whenAvailable(createHook(deps)),
    change: whenAvailable(changeHook(deps)),
    replaceSecret: whenAvailable(replaceHookSecret(deps)),
    remove: whenAvailable(removeHook(deps)),
    test: whenAvailable(testHook(deps)),
    listDeliveries: whenAvailable(listHookDeliveries(deps)),
    resend: whenAvailable(resendHookDelivery(deps)),
  };
}

export type Hooks = ReturnType<typeof createHooks>;
