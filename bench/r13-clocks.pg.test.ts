import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '@/lib/db/testing/test-database';
import { benchServices } from './lib/bench-services';
import { measureDaylightSaving } from './lib/daylight-saving';
import { measureDeviceClocks } from './lib/device-clocks';
import { THAT_DAY } from './r13-clocks';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

it(
  '[R13] devices a day wrong write a log in the order and at the times in which things happened',
  { timeout: 60_000 },
  async () => {
    const found = await measureDeviceClocks(db, { writes: 100, seed: 1 });
    expect(found).toMatchObject({ written: 100, notThere: 0, disordered: 0 });
    expect(found.offline).toBeGreaterThan(10);
    expect(found.worstMs).toBeLessThanOrEqual(2000);
  },
);

it('[R13] lines through a change of the clocks keep their order and how far apart they were', async () => {
  const b = await benchServices(db.url, 1, { clock: () => THAT_DAY });
  const found = await measureDaylightSaving(b);
  await b.close();
  expect(found).toEqual({ written: 11, wrongOrder: 0, wrongDurations: 0 });
});
