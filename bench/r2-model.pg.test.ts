import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { measureTables } from './r2-model';

it('[R2] [W2] every row of the tables is what the events add up to', { timeout: 60_000 }, async () => {
  const db = await testDatabase();
  const { differences, rows, incidents } = await measureTables(db, 6, 200);
  await db.close();
  expect(differences).toEqual([]);
  expect(incidents).toBe(6);
  expect(rows).toBeGreaterThan(100);
});
