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
});
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

it('refuses a database that holds anything, and changes nothing there', async () => {
  const refused = fillDemo(t.db, { password: PASSWORD, now });
  await expect(refused).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('5 accounts, 3 incidents and 1 practice rooms'),
  });
  const { rows } = await t.db.pool.query('SELECT count(*)::int AS n FROM incident');
  expect(rows[0].n).toBe(4);
});
