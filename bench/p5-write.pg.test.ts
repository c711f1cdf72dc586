import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { benchServices } from './lib/bench-services';
import { median } from './lib/statistics';
import { measureWrites } from './p5-write';

// Both sides run on the same busy machine; ten times the bar is no noise any more.
it('[P5] a write costs no multiple of the same rows by hand', { timeout: 60_000 }, async () => {
  const db = await testDatabase();
  const b = await benchServices(db.url);
  const { single, together, miscounted } = await measureWrites(b, { repetitions: 3, single: 30, batches: 3 });
  await b.close();
  await db.close();
  expect(miscounted).toBe(0);
  expect(median(single.ours) / median(single.reference)).toBeLessThan(20);
  expect(median(together.ours) / median(together.reference)).toBeGreaterThan(0.05);
});
