import { afterAll, expect, it } from 'vitest';
import { isUnexpected } from './testing/access-matrix';
import { doorOver } from './testing/door-over';
import { runSocketMatrix } from './testing/socket-matrix';
import { runStatusMatrix } from './testing/status-matrix';
import { testApi } from './testing/test-api';

const t = await testApi();
const door = await doorOver(t);
afterAll(() => door.close());

it('every kind of actor gets with every socket event what the table declares', async () => {
  const cells = await runSocketMatrix(t, door);
  expect(cells.filter(isUnexpected)).toEqual([]);
  expect(cells).toHaveLength(240);
  expect(t.failures).toEqual([]);
}, 60_000);

it('[S1] every kind of actor gets at every address of the status page what the table declares, and no word that is not for them', async () => {
  const cells = await runStatusMatrix(t, door);
  expect(cells.filter(isUnexpected)).toEqual([]);
  expect(cells.length).toBeGreaterThan(300);
  expect(t.failures).toEqual([]);
}, 120_000);
