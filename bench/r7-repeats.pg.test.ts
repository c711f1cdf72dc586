import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { measureRepeats } from './r7-repeats';

it('[R7] [W1] operations sent many times, at once, from two tabs and a day later happen once each', async () => {
  const db = await testDatabase();
  const found = await measureRepeats(db, { operations: 600, incidents: 3, atOnce: 60, seed: 20 });
  await db.close();
  expect(found).toMatchObject({ operations: 600, miscounted: 0, gaps: 0, otherAnswers: 0, notRefused: 0 });
  expect(found.requests).toBeGreaterThan(1500);
  expect(found.reused).toBeGreaterThan(20);
});
