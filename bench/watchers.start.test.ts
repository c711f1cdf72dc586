import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDiskPostgres, type DiskPostgres } from './lib/disk-postgres';
import { ourSide, rawSide, type OurSide, type Side } from './lib/sides';
import { median } from './lib/statistics';
import { measurePropagation } from './p1-propagate';
import { measureMemory } from './p3-memory';
import { measureReconnects } from './p10-reconnect';

let postgres: DiskPostgres;
let ours: OurSide;
let raw: Side;
beforeAll(async () => {
  postgres = await startDiskPostgres();
  ours = await ourSide(postgres, 30);
  raw = await rawSide(postgres);
});
afterAll(async () => {
  await ours.stop();
  await raw.stop();
  await postgres.stop();
});

it('[P1] every line reaches every watcher, in order, not long after raw socket.io', async () => {
  const [found] = await measurePropagation(ours, raw, { repetitions: 2, loads: [{ watchers: 100, perSecond: 20, forMs: 1000 }] });
  await Promise.all([ours.leave(), raw.leave()]);
  expect(found?.ours).toMatchObject([
    { lost: 0, wrong: 0 },
    { lost: 0, wrong: 0 },
  ]);
  const p50 = (samples: { p50Ms: number }[] = []) => median(samples.map(({ p50Ms }) => p50Ms));
  expect(p50(found?.ours)).toBeLessThan(Math.max(20 * p50(found?.reference), 200));
});

it('[P10] everybody comes back after a restart and has caught up', async () => {
  const found = await measureReconnects(ours, raw, { repetitions: 1, watchers: 100, behind: 20 });
  expect(found.ours).toMatchObject([{ missing: 0, wrong: 0 }]);
  expect(found.ours[0]?.perSecond).toBeGreaterThan(5);
});

it('[P3] an idle watcher is small', async () => {
  const { ours: kilobytes } = await measureMemory(ours, raw, { repetitions: 1, watchers: 100 });
  expect(median(kilobytes)).toBeLessThan(500);
});
