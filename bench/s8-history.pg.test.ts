import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { benchServices } from './lib/bench-services';
import { EVENTS_EACH, measureTampering } from './s8-history';

it('[S8] every single change, deletion, insertion and swap of events shows', async () => {
  const db = await testDatabase();
  const b = await benchServices(db.url);
  const found = await measureTampering(b, { incidents: 2 });
  await b.close();
  await db.close();
  expect(found).toMatchObject({ rows: 2 * EVENTS_EACH, faultsBefore: 0, missed: [], sameHeads: 0 });
});
