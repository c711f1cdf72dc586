import { afterAll, expect, it } from 'vitest';
import { isUnexpected } from './testing/access-matrix';
import { liveOver } from './testing/live-over';
import { runSocketMatrix } from './testing/socket-matrix';
import { testApi } from './testing/test-api';

const t = await testApi();
const live = await liveOver(t);
afterAll(() => live.close());

it('every kind of actor gets with every socket event what the table declares', async () => {
  const cells = await runSocketMatrix(t, live);
  expect(cells.filter(isUnexpected)).toEqual([]);
  expect(cells).toHaveLength(120);
  expect(t.failures).toEqual([]);
}, 60_000);
