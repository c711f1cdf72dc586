import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unpackRoom } from '@/lib/core/incident/snapshot';
import { verifyChain } from '../incident/verify-chain';
import { testServices, type TestServices } from '../testing/test-services';
import { redisOom } from './recordings/redis-oom';

let t: TestServices;
beforeAll(async () => {
  t = await testServices();
});
afterAll(() => t.close());

it('plays the recording into a room of its own, with its people, outputs and verdicts, and removes it', async () => {
  const { incidents } = t.services;
  const caller = await t.person('responder');
  const { key } = await incidents.playRecording(caller, redisOom);
  expect(key).toBe('TRY-1');
  const state = unpackRoom(await incidents.loadRoom(caller, key));
  expect(state).toMatchObject({ status: 'resolved', isPractice: true, severity: 'SEV1', startedAt: '2026-11-23T16:04:25.000Z' });
  expect(Object.values(state.hypotheses).map(({ ref, state: verdict }) => `${ref} ${verdict}`)).toEqual([
    'H1 rejected',
    'H2 confirmed',
  ]);
  expect(state.rootCause?.name).toBe('Ana Duarte');
  const kernel = Object.values(state.evidence).find(({ title }) => title.startsWith('Kernel'));
  const { lines } = await incidents.readEvidenceLines(caller, key, kernel?.ref ?? '', { from: 1, count: 100 });
  expect(lines.some((line) => line.includes('Killed process 31104 (redis-server)'))).toBe(true);
  expect((await incidents.list(caller, {})).incidents).toEqual([]);
  expect((await verifyChain(t.db.pool)).faults).toEqual([]);
  expect(await t.declare(caller)).toBe('INC-1');

  await incidents.removePractice(caller, key);
  await expect(incidents.loadRoom(caller, key)).rejects.toMatchObject({ code: 'not_found' });
  const { rows } = await t.db.pool.query('SELECT count(*)::int AS n FROM event WHERE incident_id = $1', [state.id]);
  expect(rows[0].n).toBe(0);
});

it('is for those who work in rooms, and never removes a real incident', async () => {
  const { incidents } = t.services;
  const viewer = await t.person('viewer');
  await expect(incidents.playRecording(viewer, redisOom)).rejects.toMatchObject({ code: 'forbidden' });
  const caller = await t.person('responder');
  const key = await t.declare(caller);
  await expect(incidents.removePractice(caller, key)).rejects.toMatchObject({ code: 'rule' });
  await incidents.execute(caller, { incident: key, id: uuidv7(), name: 'log.write', input: { text: 'still here' } });
});

it('finds practice rooms again, the newest first, apart from incidents and from what somebody may not see', async () => {
  const { incidents } = t.services;
  const [one, other, viewer] = await Promise.all([t.person('responder'), t.person('responder'), t.person('viewer')]);
  for (const { key } of await incidents.listPractice(one)) await incidents.removePractice(one, key);
  const first = await incidents.playRecording(one, redisOom);
  const second = await incidents.playRecording(other, redisOom);
  await t.declare(one);
  const hidden = await t.declare(one, { title: 'A private exercise', isPractice: true, isPrivate: true });
  const title = redisOom.declared.input.title;
  const both = [second, first].map(({ key }) => ({ key, title }));
  expect(await incidents.listPractice(viewer)).toEqual(both);
  expect(await incidents.listPractice(other)).toEqual(both);
  expect(await incidents.listPractice(one)).toEqual([{ key: hidden, title: 'A private exercise' }, ...both]);

  await incidents.removePractice(one, second.key);
  expect(await incidents.listPractice(viewer)).toEqual(both.slice(1));
});
