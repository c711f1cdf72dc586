import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer, EventRange, IncidentPage, RoomSnapshot } from '@/lib/contracts/room';
import { testApi } from './testing/test-api';

const t = await testApi();
const ana = await t.person('responder', 'Ana');
const incidents = '/api/v1/incidents';

type Declared = { incident: RoomSnapshot['incident']; events: CommandAnswer['events']; seq: number };

async function room() {
  const key = await t.declare(ana);
  const path = `${incidents}/${key}`;
  return {
    key,
    path,
    post: (below: string, body: object, headers: Record<string, string> = {}) =>
      t.call<CommandAnswer>(ana, 'POST', path + below, { body, headers }),
    read: async () => (await t.call<RoomSnapshot>(ana, 'GET', path)).json,
  };
}

const facts = ({ events }: CommandAnswer) => events.map(({ type, data }) => ({ type, data }));

describe('the HTTP table of the contract', () => {
  it('POST /incidents {title} answers 201 {incident, events} and says where it is', async () => {
    const { status, json, headers } = await t.call<Declared>(ana, 'POST', incidents, { body: { title: 'Orders answer 500' } });
    expect(status).toBe(201);
    expect(json.incident).toMatchObject({ title: 'Orders answer 500', severity: 'SEV2', status: 'investigating' });
    expect(json.events.map(({ type, seq }) => [type, seq])).toEqual([['incident.declared', 1]]);
    expect(headers.get('location')).toBe(`${incidents}/${json.incident.key}`);
  });

  it('GET /incidents is filtered by status, severity and words, and paged by a cursor without a gap or a repeat', async () => {
    const word = `needle${uuidv7().slice(-6)}`;
    const keys: string[] = [];
    for (const severity of ['SEV1', 'SEV3', 'SEV1', 'SEV1', 'SEV3']) {
      keys.push(await t.declare(ana, { title: `A ${word} of ${severity}`, severity }));
    }
    await t.take(ana, keys[0] ?? '', 'incident.set-status', { status: 'resolved', because: 'it is over' });
    const list = async (query: string) => (await t.call<IncidentPage>(ana, 'GET', `${incidents}?q=${word}&${query}`)).json;
    const found = async (query: string) => (await list(query)).incidents.map(({ key }) => key).sort();
    expect(await found('')).toEqual([...keys].sort());
    expect(await found('severity=SEV3')).toEqual([keys[1], keys[4]].sort());
    expect(await found('severity=SEV1&status=investigating,identified')).toEqual([keys[2], keys[3]].sort());
    expect(await found('status=resolved')).toEqual([keys[0]]);
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 9; pages += 1) {
      const page: IncidentPage = await list(`limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      seen.push(...page.incidents.map(({ key }) => key));
      cursor = page.nextCursor;
    }
    expect(cursor).toBeNull();
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('GET /incidents/INC-7 answers the room as it stands, by key or by id', async () => {
    const { path, key, post, read } = await room();
    await post('/hypotheses', { statement: 'Redis is out of memory' });
    await post('/evidence', { text: '$ redis-cli ping\nCould not connect', hypothesis: 'H1', value: 1 });
    await post('/tasks', { text: 'Raise maxmemory' });
    const snapshot = await read();
    expect(snapshot).toMatchObject({
      incident: { key },
      hypotheses: [{ ref: 'H1' }],
      evidence: [{ ref: 'E1' }],
      bearings: [{ value: 1 }],
      tasks: [{ ref: 'T1' }],
      seq: 5,
      epoch: t.db.epoch,
    });
    expect((await t.call<RoomSnapshot>(ana, 'GET', `${incidents}/${snapshot.incident.id}`)).json).toEqual(snapshot);
    expect((await t.call<RoomSnapshot>(ana, 'GET', path.toLowerCase().replace('inc-', 'inc-'))).json).toEqual(snapshot);
  });

  it('GET .../events?after=&limit= answers {events, head, epoch} in seq order', async () => {
    const { path, post } = await room();
    for (const text of ['one', 'two', 'three', 'four']) await post('/log', { text });
    const range = async (query: string) => (await t.call<EventRange>(ana, 'GET', `${path}/events?${query}`)).json;
    const first = await range('after=1&limit=2');
    expect(first.events.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(first).toMatchObject({ head: 5, epoch: t.db.epoch });
    expect((await range('after=3')).events.map(({ seq }) => seq)).toEqual([4, 5]);
    expect((await range('after=5')).events).toEqual([]);
    expect((await range('')).events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('GET .../log/earlier?before=&limit= answers what comes before, in seq order', async () => {
    const { path, post } = await room();
    for (const text of ['one', 'two', 'three', 'four']) await post('/log', { text });
    const { json } = await t.call<{ events: { seq: number }[] }>(ana, 'GET', `${path}/log/earlier?before=5&limit=2`);
    expect(json.events.map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('POST .../commands {id, name, input, at} is the one door', async () => {
    const { post } = await room();
    const id = uuidv7();
    const at = new Date(Date.now() - 600_000).toISOString();
    const { status, json } = await post('/commands', { id, name: 'log.write', input: { text: 'Error rate rises' }, at });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      seq: 2,
      events: [{ commandId: id, type: 'log.written', at, data: { text: 'Error rate rises' } }],
    });
  });

  it('times are RFC 3339 with the offset they came in', async () => {
    const { post } = await room();
    const { json } = await post('/log', {
      text: 'an hour ago',
      at: new Date(Date.now() - 3_600_000).toISOString().replace('Z', '+00:00'),
    });
    expect(json.events[0]).toMatchObject({ offsetMin: 0, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) });
    const other = await post('/log', {
      text: 'here',
      at: `${new Date(Date.now() + 5_400_000 - 60_000).toISOString().slice(0, 19)}+01:30`,
    });
    expect(other.json.events[0]).toMatchObject({ offsetMin: 90 });
  });

  it('a reference and an id name the same thing, in any case', async () => {
    const { post, read } = await room();
    await post('/hypotheses', { statement: 'Redis is out of memory' });
    const [hypothesis] = (await read()).hypotheses;
    expect((await post(`/hypotheses/${hypothesis?.id}/start-test`, {})).status).toBe(200);
    expect((await post('/hypotheses/h1/shelve', { because: 'later' })).status).toBe(200);
  });
});

describe('one door, two names', () => {
  it('[W1] Idempotency-Key is the command id: a repeat gets the first answer again, under either name', async () => {
    const { post, read } = await room();
    const id = uuidv7();
    const first = await post('/log', { text: 'once' }, { 'idempotency-key': id });
    const again = await post('/log', { text: 'once' }, { 'idempotency-key': id });
    const generic = await post('/commands', { id, name: 'log.write', input: { text: 'once' } });
    expect(first.status).toBe(200);
    expect([again.json, generic.json]).toEqual([first.json, first.json]);
    expect((await read()).seq).toBe(2);
  });

  it('[W1] the id may also stand in the body', async () => {
    const { post } = await room();
    const id = uuidv7();
    expect((await post('/log', { id, text: 'once' })).json.events[0]?.commandId).toBe(id);
  });

  it('[W1] a declaration sent twice makes one incident', async () => {
    const send = (key: string, title: string) =>
      t.call<Declared>(ana, 'POST', incidents, { body: { title }, headers: { 'idempotency-key': key } });
    const key = uuidv7();
    const [first, second] = [await send(key, 'Twice'), await send(key, 'Twice')];
    expect(second.json.incident.key).toBe(first.json.incident.key);
    expect(second.json.events).toEqual(first.json.events);
    expect((await send(key, 'Another')).status).toBe(422);
  });

  it.each<[string, string, string, object]>([
    ['log.write', '/log', '{}', { text: 'a note' }],
    ['hypothesis.propose', '/hypotheses', '{}', { statement: 'Payments time out', component: 'payments' }],
    ['hypothesis.start-test', '/hypotheses/H1/start-test', '{"hypothesis":"H1"}', { minutes: 5 }],
    ['hypothesis.confirm', '/hypotheses/H1/confirm', '{"hypothesis":"H1"}', { because: 'seen' }],
    ['hypothesis.reject', '/hypotheses/H1/reject', '{"hypothesis":"H1"}', { because: 'not seen' }],
    ['evidence.weigh', '/evidence/E1/weigh', '{"evidence":"E1"}', { hypothesis: 'H1', value: -2, note: null }],
    ['task.add', '/tasks', '{}', { text: 'Roll back', kind: 'mitigation' }],
    ['task.finish', '/tasks/T1/finish', '{"task":"T1"}', { outcome: 'done' }],
    ['log.pin', '/log/1/pin', '{"entry":"1"}', {}],
    ['incident.set-severity', '/severity', '{}', { severity: 'SEV1', because: null }],
    ['incident.describe', '/description', '{}', { services: ['checkout', 'orders'] }],
    ['command.take', '/command/take', '{}', {}],
  ])('%s by name and by resource leads to the same events', async (name, below, inPath, body) => {
    const prepared = async () => {
      const one = await room();
      await one.post('/hypotheses', { statement: 'Redis is out of memory' });
      await one.post('/evidence', { text: 'used_memory: 48 MB', title: 'memory' });
      await one.post('/tasks', { text: 'Look at dmesg' });
      return one;
    };
    const [generic, resource] = [await prepared(), await prepared()];
    const byName = await generic.post('/commands', { id: uuidv7(), name, input: { ...JSON.parse(inPath), ...body } });
    const byResource = await resource.post(below, body);
    expect([byName.status, byResource.status]).toEqual([200, 200]);
    const plain = (answer: CommandAnswer) =>
      JSON.stringify(facts(answer)).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*');
    expect(plain(byResource.json)).toBe(plain(byName.json));
    expect(byResource.json.seq).toBe(byName.json.seq);
  });
});

describe('around every answer', () => {
  it('carries a request id, forbids sniffing and is kept by nobody', async () => {
    const { headers } = await t.call(ana, 'GET', incidents);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('/healthz and /readyz answer without signing in', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { status, json } = await t.call({ ...ana, headers: {} }, 'GET', path);
      expect([status, json]).toEqual([200, { ok: true }]);
    }
  });
});
