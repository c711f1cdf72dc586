import { uuidv7 } from 'uuidv7';
import { redisOom } from '@/lib/services/practice/recordings/redis-oom';
import type { Room } from './access-actors';
import { NOTICE_ATTEMPTS } from './access-attempts-notices';
import type { Attempt } from './access-attempt';
import type { RowName } from './access-table';
import { PUBLISHING } from './access-attempts-publishing';
import { STATUS } from './access-attempts-status';
import { SUBSCRIBERS } from './access-attempts-subscribers';
import { SETUP_TOKEN, type ApiOver } from './api-over';

const body =
  (input: object): Attempt['send'] =>
  () => ({ body: input });

const refOf = (data: object): string => (data as { ref: string }).ref;

const made = (what: string, name: string, input: object) => async (api: ApiOver, room: Room) => {
  const { events } = await api.take(room.commander, room.key, name, input);
  return { [what]: refOf(events[0]?.data ?? {}) };
};
const hypothesis = made('hypothesis', 'hypothesis.propose', { statement: 'Redis is out of memory' });
const evidence = made('evidence', 'evidence.add', { text: 'used_memory 48 MB' });
const task = made('task', 'task.add', { text: 'Look at dmesg' });

/** A hypothesis that was judged. */
const judged = (verdict: string) => async (api: ApiOver, room: Room) => {
  const params = await hypothesis(api, room);
  await api.take(room.commander, room.key, `hypothesis.${verdict}`, { ...params, because: 'seen' });
  return params;
};

/** A note of somebody who is not the actor. */
const note = async (api: ApiOver, room: Room) => {
  const { seq } = await api.take(room.bystander, room.key, 'log.write', { text: 'A note of somebody else' });
  return { entry: String(seq) };
};

const onHypothesis = (name: string, row: RowName, input: object): Attempt => ({
  route: name,
  row,
  ready: hypothesis,
  send: body(input),
});

const offeredTo = (whom: 'actor' | 'bystander') => async (api: ApiOver, room: Room) => {
  // Nobody offers command to a viewer, to an observer or to oneself: then there is no offer.
  await api
    .take(room.commander, room.key, 'command.hand-over', { userId: room[whom].userId, note: uuidv7() })
    .catch(() => undefined);
  return {};
};

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const update = async (api: ApiOver, room: Room) => {
  const { events } = await api.take(room.commander, room.key, 'update.post', { audience: 'stakeholders', text: uuidv7() });
  return { update: refOf(events[0]?.data ?? {}) };
};
const question = async (api: ApiOver, room: Room) => {
  const { events } = await api.take(room.commander, room.key, 'question.ask', { text: uuidv7() });
  return { question: refOf(events[0]?.data ?? {}) };
};
const promise = async (api: ApiOver, room: Room) => {
  await api.take(room.commander, room.key, 'update.promise', { nextUpdateAt: inMinutes(30) });
  return {};
};
const postmortem = 'https://acme.example/postmortem';
/** Resolved, as the public reads it. A private one was open meanwhile, and has a link to take back. */
const resolvedInPublic = async (api: ApiOver, room: Room) => {
  const take = (name: string, input: object) => api.take(room.commander, room.key, name, input);
  const isPrivate = room.visibility === 'private';
  if (isPrivate) await take('incident.restrict', { isPrivate: false });
  await take('update.post', { audience: 'public', phase: 'resolved', title: 'Orders fail', text: uuidv7() });
  if (!isPrivate) return {};
  await take('postmortem.publish', { url: postmortem });
  await take('incident.restrict', { isPrivate: true });
  return {};
};
/** On shift, for whoever may be. */
const onShift = async (api: ApiOver, room: Room) => {
  await api.call(room.actor, 'POST', `/api/v1/incidents/${room.key}/shift/start`, { body: {} });
  return {};
};

const TELLING: Attempt[] = [
  { route: 'update.post', as: 'the team', row: 'work', send: () => ({ body: { audience: 'team', text: uuidv7() } }) },
  { route: 'update.post', as: 'stakeholders', row: 'lead', send: () => ({ body: { audience: 'stakeholders', text: uuidv7() } }) },
  { route: 'update.correct', row: 'lead', ready: update, send: () => ({ body: { text: uuidv7() } }) },
  { route: 'update.redact', row: "another's words", ready: update, send: body({ because: 'a name' }) },
  { route: 'update.promise', row: 'lead', send: () => ({ body: { nextUpdateAt: inMinutes(20) } }) },
  { route: 'update.snooze', row: 'lead', ready: promise, send: () => ({ body: { to: inMinutes(60), because: 'a test runs' } }) },
  {
    route: 'postmortem.publish',
    row: 'lead',
    ready: resolvedInPublic,
    send: ({ visibility }) => ({ body: { url: visibility === 'private' ? null : postmortem } }),
  },
  { route: 'question.ask', row: 'ask', send: () => ({ body: { text: uuidv7() } }) },
  { route: 'question.answer', row: 'work', ready: question, send: body({ text: 'No.' }) },
  { route: 'shift.start', row: 'work', send: body({}) },
  { route: 'shift.end', row: 'go off shift', ready: onShift, upsets: true, send: body({}) },
];

const COMMANDS: Attempt[] = [
  { route: 'incident.describe', row: 'work', send: () => ({ body: { summary: uuidv7() } }) },
  { route: 'incident.set-severity', row: 'lead', send: body({ severity: 'SEV1' }) },
  { route: 'incident.set-status', row: 'lead', send: body({ status: 'monitoring', because: 'a reason' }) },
  {
    route: 'incident.restrict',
    upsets: true,
    row: 'lead',
    send: ({ visibility }) => ({ body: { isPrivate: visibility === 'public' } }),
  },
  { route: 'incident.grant', upsets: true, row: 'lead', send: ({ admin }) => ({ body: { userId: admin.userId } }) },
  {
    route: 'role.assign',
    upsets: true,
    as: 'to somebody else',
    row: 'lead',
    send: ({ bystander }) => ({ body: { userId: bystander.userId, role: 'deputy' } }),
  },
  {
    route: 'role.assign',
    upsets: true,
    as: 'claims one',
    row: 'work',
    send: ({ actor }) => ({ body: { userId: actor.userId || uuidv7(), role: 'scribe' } }),
  },
  {
    route: 'role.release',
    upsets: true,
    as: "somebody else's",
    row: 'lead',
    send: ({ bystander }) => ({ body: { userId: bystander.userId, role: 'responder' } }),
  },
  { route: 'command.take', upsets: true, row: 'take command', send: body({ because: 'nobody answers' }) },
  {
    route: 'command.hand-over',
    upsets: true,
    row: 'hand over',
    send: ({ bystander }) => ({ body: { userId: bystander.userId } }),
  },
  // Before the next one: where there can be no offer to the actor, there must not be another yet.
  {
    route: 'command.accept',
    upsets: true,
    as: 'offered to the actor',
    row: 'take command',
    ready: offeredTo('actor'),
    send: body({}),
  },
  {
    route: 'command.accept',
    upsets: true,
    as: 'offered to somebody else',
    row: 'accept an offer to another',
    ready: offeredTo('bystander'),
    send: body({}),
  },
  { route: 'log.write', row: 'work', send: body({ text: 'a note' }) },
  { route: 'log.import', row: 'work', send: () => ({ body: { lines: [{ at: new Date().toISOString(), text: 'a line' }] } }) },
  { route: 'log.revise', as: "somebody else's", row: "another's words", ready: note, send: body({ text: 'reworded' }) },
  { route: 'log.redact', as: "somebody else's", row: "another's words", ready: note, send: body({ because: 'a secret' }) },
  { route: 'log.pin', row: 'work', ready: note, send: body({}) },
  { route: 'hypothesis.propose', row: 'work', send: body({ statement: 'Payments time out' }) },
  onHypothesis('hypothesis.revise', 'work', { component: 'redis' }),
  {
    route: 'hypothesis.assign',
    as: 'to somebody else',
    row: 'lead',
    ready: hypothesis,
    send: ({ bystander }) => ({ body: { userId: bystander.userId } }),
  },
  {
    route: 'hypothesis.assign',
    as: 'claims it',
    row: 'work',
    ready: hypothesis,
    send: ({ actor }) => ({ body: { userId: actor.userId || uuidv7() } }),
  },
  onHypothesis('hypothesis.start-test', 'work', {}),
  onHypothesis('hypothesis.confirm', 'work', { because: 'seen' }),
  onHypothesis('hypothesis.reject', 'work', { because: 'not seen' }),
  onHypothesis('hypothesis.shelve', 'work', { because: 'later' }),
  { route: 'hypothesis.reopen', row: 'work', ready: judged('reject'), send: body({ because: 'seen again' }) },
  {
    route: 'cause.declare',
    row: 'work',
    ready: judged('confirm'),
    send: (_room, params) => ({ body: { ...params, why: 'the place we can change' } }),
  },
  {
    route: 'cause.withdraw',
    row: 'work',
    async ready(api, room) {
      const params = await judged('confirm')(api, room);
      const declaring = api.take(room.commander, room.key, 'cause.declare', { ...params, why: 'this one' });
      // One that was declared before still stands: it serves as well.
      await declaring.catch(() => undefined);
      return {};
    },
    send: body({ because: 'it was not' }),
  },
  { route: 'evidence.add', row: 'work', send: body({ text: 'an output' }) },
  { route: 'evidence.retitle', row: 'work', ready: evidence, send: () => ({ body: { title: uuidv7() } }) },
  {
    route: 'evidence.weigh',
    row: 'work',
    ready: async (api, room) => ({ ...(await hypothesis(api, room)), ...(await evidence(api, room)) }),
    send: (_room, params) => ({ body: { hypothesis: params.hypothesis, value: 1 } }),
  },
  {
    route: 'evidence.redact',
    as: "somebody else's",
    row: "another's words",
    ready: async (api, room) => evidence(api, { ...room, commander: room.bystander }),
    send: body({ because: 'a secret' }),
  },
  { route: 'task.add', row: 'work', send: body({ text: 'Roll back' }) },
  {
    route: 'task.assign',
    as: 'to somebody else',
    row: 'lead',
    ready: task,
    send: ({ bystander }) => ({ body: { userId: bystander.userId } }),
  },
  {
    route: 'task.assign',
    as: 'claims it',
    row: 'work',
    ready: task,
    send: ({ actor }) => ({ body: { userId: actor.userId || uuidv7() } }),
  },
  { route: 'task.finish', row: 'work', ready: task, send: body({ outcome: 'done' }) },
  { route: 'task.drop', row: 'work', ready: task, send: body({ because: 'no use' }) },
];

const INCIDENT = '/api/v1/incidents/{incident}';
const text =
  (raw: string): Attempt['send'] =>
  () => ({ raw, headers: { 'content-type': 'text/plain' } });

const INCIDENTS: Attempt[] = [
  { route: 'post /api/v1/incidents', row: 'declare', send: body({ title: 'Orders answer 500' }) },
  {
    route: 'get /api/v1/incidents',
    row: 'see',
    query: '?q=Matrix&limit=100',
    isSeen: (answer, { key }) => answer.includes(`"${key}"`),
  },
  { route: `get ${INCIDENT}`, row: 'see' },
  { route: `post ${INCIDENT}/updates/preview`, row: 'work', send: body({ audience: 'team', text: '' }) },
  { route: `get ${INCIDENT}/events`, row: 'see' },
  { route: `get ${INCIDENT}/log/earlier`, row: 'see' },
  { route: `get ${INCIDENT}/log.txt`, row: 'see' },
  { route: `get ${INCIDENT}/log.md`, row: 'see' },
  { route: `get ${INCIDENT}/log.json`, row: 'see' },
  { route: `get ${INCIDENT}/brief`, row: 'see' },
  { route: `get ${INCIDENT}/brief.md`, row: 'see' },
  { route: `get ${INCIDENT}/brief.txt`, row: 'see' },
  { route: `get ${INCIDENT}/evidence/{evidence}/body`, row: 'see', ready: evidence },
  { route: `get ${INCIDENT}/evidence/{evidence}/lines`, row: 'see', ready: evidence },
  {
    route: `post ${INCIDENT}/commands`,
    as: 'work',
    row: 'work',
    send: () => ({ body: { id: uuidv7(), name: 'log.write', input: { text: 'a note' } } }),
  },
  {
    route: `post ${INCIDENT}/commands`,
    as: 'lead',
    row: 'lead',
    send: () => ({ body: { id: uuidv7(), name: 'incident.set-severity', input: { severity: 'SEV3' } } }),
  },
  { route: `post ${INCIDENT}/log`, row: 'work', send: text('2026-11-23 16:05 - Alert fired') },
  { route: `post ${INCIDENT}/evidence`, row: 'work', send: text('an output') },
];

const PRACTICE: Attempt[] = [
  { route: 'get /api/v1/turns', row: 'signed in' },
  { route: 'get /api/v1/practice', row: 'signed in' },
  { route: 'post /api/v1/practice', row: 'declare' },
  {
    route: 'delete /api/v1/practice/{incident}',
    row: 'declare',
    async ready(api, { admin }) {
      if (!admin.caller) throw new RangeError('The admin is somebody.');
      return { incident: (await api.services.incidents.playRecording(admin.caller, redisOom)).key };
    },
  },
];

const PASSWORD = 'five rather long green words';
const session = (whose: 'actor' | 'bystander') => async (api: ApiOver, room: Room) => ({
  session: room[whose].userId === '' ? uuidv7() : await api.session(room[whose].userId),
});
const token = (whose: 'actor' | 'bystander') => async (api: ApiOver, room: Room) => {
  const { userId } = room[whose];
  const id = uuidv7();
  const data = { id, userId, name: 'a token', prefix: 'wr_', hash: id, scope: 'read' };
  if (userId !== '') await api.db.prisma.apiToken.create({ data });
  return { token: id };
};
const invitation = async (api: ApiOver, { admin }: Room) => {
  if (!admin.caller) throw new RangeError('The admin is somebody.');
  return api.services.people.createInvitation(admin.caller, { role: 'viewer', email: null });
};
const someone = async (_api: ApiOver, { bystander }: Room) => ({ person: bystander.userId });

const MEMBER = '/api/v1/members/{person}';
const PEOPLE: Attempt[] = [
  { route: 'get /healthz', row: 'anyone' },
  { route: 'get /readyz', row: 'anyone' },
  { route: 'get /api/openapi.json', row: 'anyone' },
  {
    route: 'post /api/v1/setup',
    row: 'set up already',
    send: body({ token: SETUP_TOKEN, name: 'Eve', email: 'eve@example.org', password: PASSWORD }),
  },
  { route: 'get /api/v1/me', row: 'signed in' },
  { route: 'get /api/v1/people', row: 'signed in' },
  { route: 'get /api/v1/profile', row: 'signed in' },
  { route: 'patch /api/v1/profile', row: 'own account', send: () => ({ body: { name: `N ${uuidv7().slice(-8)}` } }) },
  { route: 'post /api/v1/password', upsets: true, row: 'own account', send: body({ current: 'password', password: PASSWORD }) },
  { route: 'get /api/v1/sessions', row: 'signed in' },
  { route: 'delete /api/v1/sessions/{session}', as: 'own', row: 'own account', ready: session('actor') },
  { route: 'delete /api/v1/sessions/{session}', as: "somebody else's", row: "somebody else's", ready: session('bystander') },
  { route: 'post /api/v1/sign-out-everywhere', upsets: true, row: 'own account', send: body({ tokens: true }) },
  { route: 'get /api/v1/tokens', row: 'signed in' },
  { route: 'post /api/v1/tokens', row: 'own account', send: body({ name: 'laptop', scope: 'write' }) },
  { route: 'delete /api/v1/tokens/{token}', as: 'own', row: 'own account', ready: token('actor') },
  { route: 'delete /api/v1/tokens/{token}', as: "somebody else's", row: "somebody else's", ready: token('bystander') },
  { route: 'get /api/v1/members', row: 'admin reads' },
  { route: `patch ${MEMBER}`, upsets: true, as: 'role', row: 'admin writes', ready: someone, send: body({ role: 'admin' }) },
  {
    route: `patch ${MEMBER}`,
    upsets: true,
    as: 'switched off',
    row: 'admin writes',
    ready: someone,
    send: body({ disabled: true }),
  },
  { route: `get ${MEMBER}/sessions`, row: 'admin reads', ready: someone },
  { route: `get ${MEMBER}/tokens`, row: 'admin reads', ready: someone },
  { route: `post ${MEMBER}/sign-out-everywhere`, upsets: true, row: 'admin writes', ready: someone, send: body({}) },
  { route: 'get /api/v1/invitations', row: 'admin reads' },
  { route: 'post /api/v1/invitations', row: 'admin writes', send: body({ role: 'admin' }) },
  {
    route: 'delete /api/v1/invitations/{invitation}',
    row: 'admin writes',
    ready: async (api, room) => ({ invitation: (await invitation(api, room)).id }),
  },
  {
    route: 'post /api/v1/invitations/accept',
    row: 'anyone',
    ready: async (api, room) => ({ secret: (await invitation(api, room)).token }),
    send: (_room, { secret }) => ({ body: { token: secret, name: 'New', email: `${uuidv7()}@example.org`, password: PASSWORD } }),
  },
];

/** At least one attempt for every declared route; a route without one fails the build. */
export const ATTEMPTS: readonly Attempt[] = [
  ...[...TELLING, ...COMMANDS, ...INCIDENTS, ...PRACTICE, ...PEOPLE],
  ...STATUS,
  ...PUBLISHING,
  ...SUBSCRIBERS,
  ...NOTICE_ATTEMPTS,
];
