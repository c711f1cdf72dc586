import { uuidv7 } from 'uuidv7';
import { NOBODY, type ApiOver, type Who } from './api-over';

/** Everybody who might ask for something, in the order of the columns of the table. */
export const ACTOR_KINDS = [
  'nobody',
  'disabled',
  'revoked session',
  'expired session',
  'expired token',
  'revoked token',
  'viewer',
  'viewer let in',
  'outsider',
  'withdrawn',
  'let in',
  'responder',
  'observer',
  'deputy',
  'commander',
  'admin',
  'read token',
  'write token',
  'outside token',
  'admin read token',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** An incident as the cells of one kind of actor meet it. Somebody else commands it, but where the actor does. */
export type Room = { key: string; visibility: Visibility; actor: Who; commander: Who; bystander: Who; admin: Who };

type Make = (api: ApiOver) => Promise<Who>;

const responder: Make = (api) => api.person('responder', 'Rae');

async function ended(api: ApiOver, end: (who: Who) => Promise<unknown>, make: Make = responder): Promise<Who> {
  const who = await make(api);
  await end(who);
  return who;
}

const PAST = new Date(Date.now() - 60_000);

const tokenRow = (who: Who) => ({ where: { id: who.caller?.tokenId ?? '' } });

const MAKE: Record<ActorKind, Make> = {
  nobody: async () => NOBODY,
  disabled: (api) => ended(api, ({ userId }) => api.db.prisma.user.update({ where: { id: userId }, data: { disabledAt: PAST } })),
  'revoked session': (api) =>
    ended(api, ({ userId }) => api.db.prisma.session.updateMany({ where: { userId }, data: { revokedAt: PAST } })),
  'expired session': (api) =>
    ended(api, ({ userId }) => api.db.prisma.session.updateMany({ where: { userId }, data: { expiresAt: PAST } })),
  'expired token': (api) =>
    ended(
      api,
      (who) => api.db.prisma.apiToken.update({ ...tokenRow(who), data: { expiresAt: PAST } }),
      async () => api.program(await responder(api), 'write'),
    ),
  'revoked token': (api) =>
    ended(
      api,
      (who) => api.db.prisma.apiToken.update({ ...tokenRow(who), data: { revokedAt: PAST } }),
      async () => api.program(await responder(api), 'write'),
    ),
  viewer: (api) => api.person('viewer', 'Vic'),
  'viewer let in': (api) => api.person('viewer', 'Vic'),
  outsider: responder,
  withdrawn: responder,
  'let in': responder,
  responder,
  observer: responder,
  deputy: responder,
  commander: responder,
  admin: (api) => api.person('admin', 'Ada'),
  'read token': async (api) => api.program(await responder(api), 'read'),
  'write token': async (api) => api.program(await responder(api), 'write'),
  'outside token': async (api) => api.program(await responder(api), 'write'),
  'admin read token': async (api) => api.program(await api.person('admin', 'Ada'), 'read'),
};

/** What makes each kind what it is in the room; who is not here has no part in it. */
const PLACE: Partial<Record<ActorKind, [name: string, input: (userId: string) => object][]>> = {
  disabled: [['role.assign', (userId) => ({ userId, role: 'responder' })]],
  'revoked session': [['role.assign', (userId) => ({ userId, role: 'deputy' })]],
  'expired session': [['role.assign', (userId) => ({ userId, role: 'deputy' })]],
  'expired token': [['role.assign', (userId) => ({ userId, role: 'deputy' })]],
  'revoked token': [['role.assign', (userId) => ({ userId, role: 'deputy' })]],
  'viewer let in': [['incident.grant', (userId) => ({ userId })]],
  withdrawn: [
    ['incident.grant', (userId) => ({ userId })],
    ['incident.grant', (userId) => ({ userId, allowed: false })],
  ],
  'let in': [['incident.grant', (userId) => ({ userId })]],
  responder: [['role.assign', (userId) => ({ userId, role: 'responder' })]],
  observer: [['role.assign', (userId) => ({ userId, role: 'observer' })]],
  deputy: [['role.assign', (userId) => ({ userId, role: 'deputy' })]],
  commander: [['role.assign', (userId) => ({ userId, role: 'commander' })]],
  'read token': [['role.assign', (userId) => ({ userId, role: 'commander' })]],
  'write token': [['role.assign', (userId) => ({ userId, role: 'commander' })]],
};

const commands = (kind: ActorKind) => kind === 'commander' || kind === 'read token' || kind === 'write token';

const ableToWrite = (who: Who): Who =>
  who.caller ? { ...who, caller: { ...who.caller, actor: { ...who.caller.actor, scope: 'write' } } } : who;

const switchOff = (api: ApiOver, { userId }: Who, disabledAt: Date | null) =>
  api.db.prisma.user.update({ where: { id: userId }, data: { disabledAt } });

/** Makes an actor of this kind, and an incident in which it is that. */
export async function makeRoom(api: ApiOver, kind: ActorKind, visibility: Visibility): Promise<Room> {
  const [founder, bystander] = [await api.person('responder', 'Fay'), await api.person('responder', 'Bea')];
  const key = await api.declare(founder, { title: `Matrix ${uuidv7()}`, isPrivate: visibility === 'private' });
  await api.take(founder, key, 'role.assign', { userId: bystander.userId, role: 'responder' });
  const actor = await MAKE[kind](api);
  // An account that is switched off takes no role: it got it before.
  if (kind === 'disabled') await switchOff(api, actor, null);
  for (const [name, input] of PLACE[kind] ?? []) await api.take(founder, key, name, input(actor.userId));
  if (kind === 'disabled') await switchOff(api, actor, PAST);
  if (!commands(kind)) await api.take(founder, key, 'command.take', {});
  const admin = await api.person('admin', 'Abe');
  return { key, visibility, actor, commander: commands(kind) ? ableToWrite(actor) : founder, bystander, admin };
}
