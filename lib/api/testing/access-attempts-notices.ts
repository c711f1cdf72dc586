import { uuidv7 } from 'uuidv7';
import type { Room } from './access-actors';
import type { Attempt } from './access-attempt';
import type { ApiOver } from './api-over';

const KEYS = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
const browser = (whose: 'actor' | 'bystander') => async (api: ApiOver, room: Room) => {
  const { userId } = room[whose];
  const id = uuidv7();
  const data = { id, userId, endpoint: `https://push.example/${id}`, ...KEYS, userAgent: 'tests' };
  if (userId !== '') await api.db.prisma.pushSubscription.create({ data });
  return { browser: id };
};

const HOOK = { name: 'The channel', url: 'https://chat.example/hooks/1', shape: 'standard', events: ['declared'] } as const;
const hook = async (api: ApiOver, { admin }: Room) => {
  if (!admin.caller) throw new RangeError('The admin is somebody.');
  const { id } = await api.services.hooks.create(admin.caller, { ...HOOK, events: [...HOOK.events] });
  await api.services.hooks.test(admin.caller, id);
  const [message] = await api.services.hooks.listDeliveries(admin.caller, id);
  // Fifty hooks are the most: those of the attempts before go.
  await api.db.prisma.hook.updateMany({ where: { NOT: { id } }, data: { removedAt: new Date() } });
  return { hook: id, message: message?.id ?? '' };
};

const ONE = '/api/v1/hooks/{hook}';
export const NOTICE_ATTEMPTS: readonly Attempt[] = [
  { route: 'get /api/v1/notifications', row: 'signed in' },
  { route: 'post /api/v1/notifications/read', row: 'own account', send: () => ({ body: { all: true } }) },
  { route: 'get /api/v1/push', row: 'signed in' },
  {
    route: 'post /api/v1/push',
    row: 'own account',
    send: () => ({ body: { endpoint: `https://push.example/${uuidv7()}`, keys: KEYS } }),
  },
  { route: 'delete /api/v1/push/{browser}', as: 'own', row: 'own account', ready: browser('actor') },
  { route: 'delete /api/v1/push/{browser}', as: "somebody else's", row: "another's browser", ready: browser('bystander') },
  { route: 'get /api/v1/hooks', row: 'admin reads' },
  { route: 'post /api/v1/hooks', row: 'admin writes', send: () => ({ body: HOOK }) },
  { route: `patch ${ONE}`, row: 'admin writes', ready: hook, send: () => ({ body: { isEnabled: false } }) },
  { route: `delete ${ONE}`, row: 'admin writes', ready: hook },
  { route: `post ${ONE}/secret`, row: 'admin writes', ready: hook },
  { route: `post ${ONE}/test`, row: 'admin writes', ready: hook },
  { route: `get ${ONE}/deliveries`, row: 'admin reads', ready: hook },
  { route: `post ${ONE}/deliveries/{message}/again`, row: 'admin writes', ready: hook },
];
