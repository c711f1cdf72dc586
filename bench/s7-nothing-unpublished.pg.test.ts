import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { benchServices } from './lib/bench-services';
import { measureLeaks } from './s7-nothing-unpublished';

async function leaksOf(scale: { incidents: number; seed: number; planted?: boolean }) {
  const db = await testDatabase();
  const b = await benchServices(db.url);
  const found = await measureLeaks(b, scale);
  await b.close();
  await db.close();
  return found;
}

it('[S7] nothing that was not published is in any file or header of the status page', { timeout: 60_000 }, async () => {
  const found = await leaksOf({ incidents: 18, seed: 77 });
  expect(found).toMatchObject({ seen: [], missing: 0 });
  expect(found.canaries).toBeGreaterThan(18 * 12);
});

it('[S7] and one that is put there is seen', { timeout: 60_000 }, async () => {
  const { seen } = await leaksOf({ incidents: 1, seed: 77, planted: true });
  expect(seen).toContain('/status/');
  expect(seen).toContain('/status/feed.atom');
});
