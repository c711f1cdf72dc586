import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { testServices, type TestServices } from '../testing/test-services';

const DAY_MS = 24 * 3_600_000;

let t: TestServices;
let now = new Date('2026-11-23T02:00:00.000Z');
beforeAll(async () => {
  t = await testServices({ clock: () => now });
});
afterAll(() => t.close());

const take = (caller: Caller, incident: string, name: string, input: object) =>
  t.services.incidents.execute(caller, { incident, id: uuidv7(), name, input } as never);
const turns = async (caller: Caller, key: string) =>
  (await t.services.incidents.listTurns(caller)).filter((turn) => turn.key === key);

it('tells what turned in a day, the latest first, and nothing of what else was written', async () => {
  const ana = await t.person('responder', 'Ana');
  const key = await t.declare(ana, { title: 'Orders answer 500', severity: 'SEV2' });
  await take(ana, key, 'command.take', {});
  await take(ana, key, 'log.write', { text: 'a note' });
  await take(ana, key, 'hypothesis.propose', { statement: 'Redis is out of memory' });
  await take(ana, key, 'hypothesis.confirm', { hypothesis: 'H1', because: 'seen' });
  await take(ana, key, 'cause.declare', { hypothesis: 'H1', why: 'it is what we can change' });
  await take(ana, key, 'incident.set-severity', { severity: 'SEV1' });
  await take(ana, key, 'incident.set-status', { status: 'identified' });
  const found = await turns(ana, key);
  const said = { ref: 'H1', statement: 'Redis is out of memory' };
  expect(found.map(({ fact }) => fact)).toEqual([
    { what: 'status', from: 'investigating', to: 'identified' },
    { what: 'severity', from: 'SEV2', to: 'SEV1' },
    { what: 'cause', ...said },
    { what: 'confirmed', ...said },
    { what: 'declared', severity: 'SEV2' },
  ]);
  expect(found.at(-1)).toMatchObject({ title: 'Orders answer 500', by: 'Ana', seq: 1, at: now.toISOString(), isPrivate: false });

  now = new Date(now.getTime() + DAY_MS + 1);
  expect(await turns(ana, key)).toEqual([]);
});

it('keeps private incidents from strangers, and practice out', async () => {
  const [ana, bo, admin] = await Promise.all([t.person('responder'), t.person('responder'), t.person('admin')]);
  const hidden = await t.declare(ana, { title: 'Somebody was in the vault', isPrivate: true });
  const practice = await t.declare(ana, { title: 'An exercise', isPractice: true });
  expect(await turns(ana, hidden)).toHaveLength(1);
  expect(await turns(admin, hidden)).toHaveLength(1);
  expect(await turns(bo, hidden)).toEqual([]);
  expect(await turns(ana, practice)).toEqual([]);
});
