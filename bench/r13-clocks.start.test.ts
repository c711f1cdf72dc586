import { expect, it } from 'vitest';
import { startDiskPostgres } from './lib/disk-postgres';
import { measureNodeClocks } from './lib/node-clocks';

it('[R13] processes whose clocks are ten minutes apart write one log in order', { timeout: 90_000 }, async () => {
  const postgres = await startDiskPostgres();
  const found = await measureNodeClocks(postgres, { writes: 30 }).finally(() => postgres.stop());
  expect(found).toMatchObject({ written: 30, refused: [], backwards: 0 });
  expect(found.worstMs).toBeLessThan(5000);
  expect(found.toldWorstMs).toBeLessThan(5000);
  expect(found.durationErrorMs).toBeLessThan(10_000);
});
