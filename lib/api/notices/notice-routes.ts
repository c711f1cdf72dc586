import { ListNoticesQuery, MarkReadInput, SubscribePushInput } from '@/lib/contracts/notices';
import type { Notifications } from '@/lib/services/notifications/notifications';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const NOTICES = '/api/v1/notifications';
const PUSH = '/api/v1/push';

/** One's own notices, and the browsers that take them when no page is open. */
export function mountNotices({ route }: Router, notifications: Notifications): void {
  const mine = { who: 'signed-in', tag: 'Notifications' } as const;

  route(
    { ...mine, method: 'get', path: NOTICES, query: ListNoticesQuery, summary: 'List your notices, newest first' },
    async (c, { query }) => c.json(await notifications.list(callerOf(c), query)),
  );
  route(
    {
      ...mine,
      method: 'post',
      path: `${NOTICES}/read`,
      input: MarkReadInput,
      status: 204,
      summary: 'Mark your notices as read, some or all',
    },
    async (c, { input }) => {
      await notifications.markRead(callerOf(c), input);
      return c.body(null, 204);
    },
  );
  route({ ...mine, method: 'get', path: PUSH, summary: 'The browsers that take push messages for you' }, async (c) =>
    c.json(await notifications.listPush(callerOf(c))),
  );
  route(
    {
      ...mine,
      method: 'post',
      path: PUSH,
      input: SubscribePushInput,
      status: 201,
      summary: 'Have a browser take push messages for you',
    },
    async (c, { input }) => c.json(await notifications.subscribePush(callerOf(c), input, c.req.header('user-agent') ?? ''), 201),
  );
  route(
    { ...mine, method: 'delete', path: `${PUSH}/{browser}`, status: 204, summary: 'Have a browser take no more of them' },
    async (c) => {
      await notifications.unsubscribePush(callerOf(c), idIn(c, 'browser'));
      return c.body(null, 204);
    },
  );
}
