import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { benchServices } from './lib/bench-services';
import { logLogSlope } from './lib/statistics';
import { measureEntries } from './p11-growth';

it('[P11] a write and a catch-up do not grow with the log', { timeout: 60_000 }, async () => {
  const db = await testDatabase();
  const b = await benchServices(db.url);
  const { write, catchUp } = await measureEntries(b, { entries: [10, 100, 2000], repetitions: 3, samples: 10 });
  await b.close();
  await db.close();
  // Something that looks at the whole log has a slope near 1.
  expect(logLogSlope(write)).toBeLessThan(0.6);
  expect(logLogSlope(catchUp)).toBeLessThan(0.6);
});
