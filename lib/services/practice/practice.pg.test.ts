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
