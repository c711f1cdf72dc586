import { afterAll, beforeAll, expect, it } from 'vitest';
import { HYPOTHESIS_STATES, type IncidentState } from '@/lib/core/incident/state';
import { unpackRoom } from '@/lib/core/incident/snapshot';
import type { Caller } from '@/lib/auth/caller';
import { verifyChain } from '../../incident/verify-chain';
import { testServices, type TestServices } from '../../testing/test-services';
import { demoPeople } from './demo-people';
import { fillDemo } from './fill-demo';

const PASSWORD = 'seven slow trains at night';
const now = new Date();

let t: TestServices;
beforeAll(async () => {
  t = await testServices();
  await fillDemo(t.db, { password: PASSWORD, now });
}, 60_000);
afterAll(() => t.close());

async function signedIn(who: keyof typeof demoPeople): Promise<Caller> {
  const client = { address: '127.0.0.1', userAgent: 'a test' };
  const { sessionId } = await t.services.people.signIn({ email: demoPeople[who].email, password: PASSWORD, ...client });
  const caller = await t.services.people.callerOfSession(sessionId);
  if (!caller) throw new Error(`${who} is not signed in.`);
  return caller;
}

const room = async (caller: Caller, key: string): Promise<IncidentState> =>
  unpackRoom(await t.services.incidents.loadRoom(caller, key));

it('makes accounts in every role that sign in with the printed password, and leaves no other key about', async () => {
  const admin = await signedIn('sofia');
  const members = await t.services.people.listMembers(admin);
  expect(members.map(({ role }) => role).toSorted()).toEqual(['admin', 'responder', 'responder', 'responder', 'viewer']);
  const { rows } = await t.db.pool.query('SELECT 1 FROM api_token WHERE revoked_at IS NULL');
  expect(rows).toEqual([]);
  expect((await t.services.people.listInvitations(admin)).filter(({ state }) => state === 'open')).toHaveLength(1);
});

it('leaves an incident running, with every state of a hypothesis, roles, tasks, and times that are fresh', async () => {
  const state = await room(await signedIn('sofia'), 'INC-3');
  expect(state).toMatchObject({ status: 'identified', severity: 'SEV1', isPractice: false });
  const hypotheses = Object.values(state.hypotheses);
  expect(new Set(hypotheses.map((one) => one.state))).toEqual(new Set(HYPOTHESIS_STATES));
  expect(hypotheses.some(({ parentId }) => parentId !== null)).toBe(true);
  const testing = hypotheses.filter((one) => one.state === 'testing');
  for (const { testBy } of testing) expect(Date.parse(testBy ?? '')).toBeGreaterThan(now.getTime());
  expect(new Set(Object.values(state.tasks).map((task) => task.state))).toEqual(new Set(['open', 'done']));
  expect(Object.values(state.roles).flat()).toEqual(expect.arrayContaining(['commander', 'deputy', 'scribe', 'observer']));
  expect(Date.parse(state.lastEventAt)).toBeLessThanOrEqual(now.getTime());
  expect(now.getTime() - Date.parse(state.lastEventAt)).toBeLessThan(5 * 60_000);
});

it('leaves one that is over, with its root cause and what showed the end, and a practice room', async () => {
  const viewer = await signedIn('claire');
  const over = await room(viewer, 'INC-1');
  expect(over.status).toBe('resolved');
  expect(over.rootCause?.hypothesisId).toBe(Object.values(over.hypotheses).find(({ ref }) => ref === 'H2')?.id);
  expect(Object.values(over.tasks).filter(({ kind, state }) => kind === 'follow-up' && state === 'open')).toHaveLength(2);
  expect((await t.services.incidents.listPractice(viewer)).map(({ key }) => key)).toEqual(['TRY-1']);
});

it('leaves a private one that only its people and administrators find', async () => {
  const keysOf = async (who: keyof typeof demoPeople) =>
    (await t.services.incidents.list(await signedIn(who), {})).incidents.map(({ key }) => key);
  expect(await keysOf('sofia')).toEqual(['INC-3', 'INC-2', 'INC-1']);
  expect(await keysOf('hanna')).toEqual(['INC-3', 'INC-2', 'INC-1']);
  expect(await keysOf('claire')).toEqual(['INC-3', 'INC-1']);
  expect((await verifyChain(t.db.pool)).faults).toEqual([]);
});

it('shows the public a page with weeks of history, both incidents, work to come and a notice, and nothing of the staff', async () => {
  const page = await t.services.publishing.readPublicStatus('public');
  expect(page).toMatchObject({ page: { name: 'Halden Goods' }, notices: [expect.anything()] });
  expect(page.groups).toHaveLength(2);
  const stateOf = Object.fromEntries(page.components.map(({ name, state }) => [name, state]));
  expect(stateOf).toEqual({
    ...{ Storefront: 'degraded_performance', Orders: 'major_outage', Payments: 'operational' },
    ...{ 'Partner API': 'operational', 'Partner imports': 'operational' },
  });
  const bad = page.components.flatMap(({ days }) => days.filter(({ state }) => state !== null && state !== 'operational'));
  expect(new Set(bad.map(({ day }) => day)).size).toBeGreaterThanOrEqual(6);
  expect(page.components.every(({ days }) => days.filter(({ state }) => state !== null).length >= 42)).toBe(true);
  expect(page.incidents.map(({ phase, updates }) => [phase, updates.length])).toEqual([
    ['investigating', 1],
    ['resolved', 4],
  ]);
  expect(page.maintenances.map(({ phase, components }) => [phase, components.length])).toEqual([['scheduled', 2]]);
  expect(JSON.stringify(page)).not.toMatch(/Support console|payment reference/);
});

it('shows staff what the public does not see: a component, and what stakeholders are told', async () => {
  const page = await t.services.publishing.readPublicStatus('internal');
  expect(page.components.find(({ name }) => name === 'Support console')?.state).toBe('partial_outage');
  expect(page.incidents[0]?.updates.map(({ isInternal }) => isInternal)).toEqual([true, false]);
});

it('leaves a promise that is still to be kept, an answered question and an open one, and people on shift', async () => {
  const state = await room(await signedIn('claire'), 'INC-3');
  expect(Date.parse(state.nextUpdateAt ?? '')).toBeGreaterThan(now.getTime());
  expect(Object.values(state.questions).map(({ answer, askedBy }) => [askedBy.name, answer === null])).toEqual([
    [demoPeople.claire.name, false],
    [demoPeople.claire.name, true],
  ]);
  expect(Object.keys(state.shifts).length).toBeGreaterThanOrEqual(2);
});

it('writes down subscribers who confirmed, tells them nothing of all this, and queues no message', async () => {
  const { subscribers } = await t.services.subscribers.listSubscribers(await signedIn('sofia'), {});
  expect(subscribers.map(({ state }) => state)).toEqual(['active', 'active', 'active', 'active']);
  expect(subscribers.every(({ address }) => address.endsWith('.example'))).toBe(true);
  const { rows } = await t.db.pool.query(`SELECT
    (SELECT count(*)::int FROM delivery) AS messages,
    (SELECT count(*)::int FROM effect WHERE kind = 'announce') AS announced,
    (SELECT max(effect.created_at) < min(confirmed_at) FROM effect, subscriber WHERE effect.kind = 'announce') AS "isBefore"`);
  expect(rows).toEqual([{ messages: 0, announced: 6, isBefore: true }]);
});

it('refuses a database that holds anything, and changes nothing there', async () => {
  const refused = fillDemo(t.db, { password: PASSWORD, now });
  await expect(refused).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('5 accounts, 3 incidents and 1 practice rooms'),
  });
  const { rows } = await t.db.pool.query('SELECT count(*)::int AS n FROM incident');
  expect(rows[0].n).toBe(4);
});
