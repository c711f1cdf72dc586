import { expect, it } from 'vitest';
import { measureStatus } from './p6-status';
import { median } from './lib/statistics';

it('[P6] the public page is served nearly as quickly as constants, and without its database', { timeout: 180_000 }, async () => {
  const found = await measureStatus({ repetitions: 2, forMs: 500 });
  const middle = (turns: { perSecond: number }[]) => median(turns.map(({ perSecond }) => perSecond));
  expect(middle(found.ours)).toBeGreaterThan(0.15 * middle(found.reference));
  expect([...found.ours, ...found.reference].map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
  expect(found.scriptKb).toBeLessThan(20);
  expect(found.withoutPostgres).toBeGreaterThan(50);
  expect(found.wrongWithoutPostgres).toBe(0);
});
