import { ChangeHookInput, CreateHookInput } from '@/lib/contracts/hooks';
import type { Hooks } from '@/lib/services/hooks/hooks';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const HOOKS = '/api/v1/hooks';
const HOOK = `${HOOKS}/{hook}` as const;

/** Where the team's own news go: webhooks of programs and chats. For administrators. */
export function mountHooks({ route }: Router, hooks: Hooks): void {
  const admins = { who: 'admin', tag: 'Notifications' } as const;

  route({ ...admins, method: 'get', path: HOOKS, summary: 'List the hooks of the team' }, async (c) =>
    c.json({ hooks: await hooks.list(callerOf(c)), nextCursor: null }),
  );
  route(
    {
      ...admins,
      method: 'post',
      path: HOOKS,
      input: CreateHookInput,
      status: 201,
      summary: 'Add a hook; its secret is shown this once',
    },
    async (c, { input }) => c.json(await hooks.create(callerOf(c), input), 201),
  );
  route(
    { ...admins, method: 'patch', path: HOOK, input: ChangeHookInput, summary: 'Change a hook, or switch it off' },
    async (c, { input }) => c.json(await hooks.change(callerOf(c), idIn(c, 'hook'), input)),
  );
  route({ ...admins, method: 'delete', path: HOOK, status: 204, summary: 'Remove a hook' }, async (c) => {
    await hooks.remove(callerOf(c), idIn(c, 'hook'));
    return c.body(null, 204);
  });
  route({ ...admins, method: 'post', path: `${HOOK}/secret`, summary: 'Give a hook a new secret, shown this once' }, async (c) =>
    c.json(await hooks.replaceSecret(callerOf(c), idIn(c, 'hook'))),
  );
  route({ ...admins, method: 'post', path: `${HOOK}/test`, status: 202, summary: 'Send a test message to a hook' }, async (c) => {
    await hooks.test(callerOf(c), idIn(c, 'hook'));
    return c.json({ queued: true }, 202);
  });
  route({ ...admins, method: 'get', path: `${HOOK}/deliveries`, summary: 'The last messages to a hook' }, async (c) =>
    c.json({ deliveries: await hooks.listDeliveries(callerOf(c), idIn(c, 'hook')), nextCursor: null }),
  );
  route(
    {
      ...admins,
      method: 'post',
      path: `${HOOK}/deliveries/{message}/again`,
      status: 202,
      summary: 'Send a message to a hook once more, under the same id',
    },
    async (c) => {
      await hooks.resend(callerOf(c), idIn(c, 'hook'), idIn(c, 'message'));
      return c.json({ queued: true }, 202);
    },
  );
}
