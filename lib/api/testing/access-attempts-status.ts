import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { Attempt } from './access-attempt';
import type { Room } from './access-actors';
import type { ApiOver } from './api-over';

const PAGE = '/api/v1/status';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

function adminOf({ admin }: Room): Caller {
  if (!admin.caller) throw new RangeError('The admin is somebody.');
  return admin.caller;
}

const plan = () => ({
  title: `Move ${uuidv7()}`,
  text: 'We move the database.',
  startsAt: inHours(1),
  endsAt: inHours(2),
  componentIds: [],
  isPublic: true,
});

const group = async (api: ApiOver, room: Room) => ({
  group: (await api.services.status.createGroup(adminOf(room), { name: uuidv7() })).id,
});
const component = async (api: ApiOver, room: Room) => {
  const input = { name: uuidv7(), description: null, groupId: null, isPublic: true };
  return { component: (await api.services.status.createComponent(adminOf(room), input)).id };
};
const maintenance = async (api: ApiOver, room: Room) => {
  const { id, updates } = await api.services.status.scheduleMaintenance(adminOf(room), plan());
  return { maintenance: id, update: updates[0]?.id ?? '' };
};
const notice = async (api: ApiOver, room: Room) => {
  const input = { text: uuidv7(), isPublic: true, endsAt: null };
  return { notice: (await api.services.status.pinNotice(adminOf(room), input)).id };
};

const exported = (): object => ({
  source: 'statuspage',
  documents: [{ page: { id: uuidv7() }, components: [{ id: '1', name: uuidv7(), status: 'operational' }] }],
});

/** How the status page is kept. */
export const STATUS: readonly Attempt[] = [
  { route: 'get /api/v1/components', row: 'signed in' },
  { route: `get ${PAGE}/page`, row: 'admin reads' },
  { route: `patch ${PAGE}/page`, row: 'admin writes', send: () => ({ body: { about: uuidv7() } }) },
  { route: `post ${PAGE}/groups`, row: 'admin writes', send: () => ({ body: { name: uuidv7() } }) },
  { route: `patch ${PAGE}/groups/{group}`, row: 'admin writes', ready: group, send: () => ({ body: { name: uuidv7() } }) },
  { route: `post ${PAGE}/groups/{group}/move`, row: 'admin writes', ready: group, send: () => ({ body: { beforeId: null } }) },
  { route: `delete ${PAGE}/groups/{group}`, row: 'admin writes', ready: group },
  { route: `get ${PAGE}/components`, row: 'responders read' },
  { route: `post ${PAGE}/components`, row: 'admin writes', send: () => ({ body: { name: uuidv7() } }) },
  {
    route: `patch ${PAGE}/components/{component}`,
    row: 'admin writes',
    ready: component,
    send: () => ({ body: { name: uuidv7() } }),
  },
  {
    route: `post ${PAGE}/components/{component}/move`,
    row: 'admin writes',
    ready: async (api, room) => ({ ...(await component(api, room)), ...(await group(api, room)) }),
    send: (_room, { group: groupId }) => ({ body: { groupId, beforeId: null } }),
  },
  { route: `get ${PAGE}/components/{component}/incidents`, row: 'responders read', ready: component },
  {
    route: `post ${PAGE}/components/{component}/state`,
    row: 'responders write',
    ready: component,
    send: () => ({ body: { state: 'major_outage' } }),
  },
  { route: `delete ${PAGE}/components/{component}`, row: 'admin writes', ready: component },
  { route: `get ${PAGE}/maintenance`, row: 'responders read' },
  { route: `post ${PAGE}/maintenance`, row: 'responders write', send: () => ({ body: plan() }) },
  {
    route: `patch ${PAGE}/maintenance/{maintenance}`,
    row: 'responders write',
    ready: maintenance,
    send: () => ({ body: { title: uuidv7() } }),
  },
  {
    route: `post ${PAGE}/maintenance/{maintenance}/updates`,
    row: 'responders write',
    ready: maintenance,
    send: () => ({ body: { phase: 'in_progress', text: 'It begins.' } }),
  },
  {
    route: `patch ${PAGE}/maintenance/{maintenance}/updates/{update}`,
    row: 'responders write',
    ready: maintenance,
    send: () => ({ body: { text: uuidv7() } }),
  },
  { route: `get ${PAGE}/notices`, row: 'responders read' },
  { route: `post ${PAGE}/notices`, row: 'responders write', send: () => ({ body: { text: uuidv7() } }) },
  { route: `patch ${PAGE}/notices/{notice}`, row: 'responders write', ready: notice, send: () => ({ body: { text: uuidv7() } }) },
  { route: `post ${PAGE}/notices/{notice}/end`, row: 'responders write', ready: notice },
  { route: `delete ${PAGE}/notices/{notice}`, row: 'responders write', ready: notice },
  { route: `post ${PAGE}/imports/preview`, row: 'admin reads', send: () => ({ body: exported() }) },
  { route: `post ${PAGE}/imports`, row: 'admin writes', send: () => ({ body: exported() }) },
];
