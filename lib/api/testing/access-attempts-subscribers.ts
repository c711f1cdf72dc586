import { uuidv7 } from 'uuidv7';
import { manageToken, confirmToken } from '@/lib/services/subscribers/link-tokens';

import { SECRET, type ApiOver } from './api-over';
import type { Attempt } from './access-attempt';

async function subscriber({ db }: ApiOver, isConfirmed: boolean): Promise<string> {
  const id = uuidv7();
  const row = { kind: 'mail', address: `${id}@example.org`, tokenHash: id, componentIds: [], createdAt: new Date() };
  await db.prisma.subscriber.create({ data: { id, ...row, confirmedAt: isConfirmed ? new Date() : null } });
  return id;
}

const managed = async (api: ApiOver) => ({ token: manageToken(await subscriber(api, true), SECRET) });
const asked = async (api: ApiOver) => ({ token: confirmToken(await subscriber(api, false), new Date(), SECRET) });
const delivery = async ({ db }: ApiOver) => {
  const id = uuidv7();
  const target = { targetKind: 'user', targetId: null, payload: { to: 'ana@example.org', subject: 'A word' } };
  // Given up: both verbs find it, and nobody sends it meanwhile.
  const times = { dueAt: new Date(Date.now() + 3_600_000), createdAt: new Date() };
  await db.prisma.delivery.create({ data: { id, channel: 'mail', dedupKey: id, ...target, ...times } });
  return { delivery: id };
};
const withToken: Attempt['send'] = (_room, { token }) => ({ body: { token } });

/** Who may do what about subscribers and deliveries. */
export const SUBSCRIBERS: Attempt[] = [
  { route: 'post /api/v1/subscribe/mail', row: 'anyone', send: () => ({ body: { email: `${uuidv7()}@example.org` } }) },
  {
    route: 'post /api/v1/subscribe/webhook',
    row: 'anyone',
    send: () => ({ body: { url: `https://hooks.example.com/${uuidv7()}` } }),
  },
  { route: 'post /api/v1/subscribe/confirm', row: 'anyone', ready: asked, send: withToken },
  { route: 'post /api/v1/subscribe/components', row: 'anyone', ready: managed, send: withToken },
  { route: 'post /api/v1/subscribe/unsubscribe', row: 'anyone', ready: managed, send: withToken },
  { route: 'post /api/v1/subscribe/one-click', row: 'anyone', ready: managed, query: '?token={token}' },
  { route: 'get /api/v1/subscribe/one-click', row: 'anyone', ready: managed, query: '?token={token}' },
  { route: 'get /api/v1/subscribers', row: 'admin reads' },
  { route: 'get /api/v1/subscribers.csv', row: 'admin reads' },
  {
    route: 'delete /api/v1/subscribers/{subscriber}',
    row: 'admin writes',
    ready: async (api) => ({ subscriber: await subscriber(api, true) }),
  },
  { route: 'get /api/v1/deliveries', row: 'admin reads' },
  { route: 'post /api/v1/deliveries/{delivery}/send-again', row: 'admin writes', ready: delivery },
  { route: 'post /api/v1/deliveries/{delivery}/give-up', row: 'admin writes', ready: delivery },
];
