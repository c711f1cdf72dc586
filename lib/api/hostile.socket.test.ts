import { afterAll, expect, it } from 'vitest';
import { doorOver } from './testing/door-over';
import { runHostile } from './testing/hostile';
import { testApi } from './testing/test-api';

const t = await testApi();
const door = await doorOver(t);
afterAll(() => door.close());

it('5,000 hostile things at every entry break nothing and write nothing where they are refused', async () => {
  const { broken, leaked, isAlive, sent, accepted, framesHeard } = await runHostile(t, door, { count: 5_000, seed: 20_261_123 });
  expect(broken).toEqual([]);
  expect(leaked).toEqual([]);
  expect(t.failures).toEqual([]);
  expect(isAlive).toBe(true);
  expect(sent).toBeGreaterThanOrEqual(5_000);
  expect(framesHeard).toBeGreaterThan(sent * 0.1);
  // Some are taken, or nothing would have reached the rules; most are not, or they were not hostile.
  expect(accepted).toBeGreaterThan(sent * 0.02);
  expect(accepted).toBeLessThan(sent * 0.4);
}, 180_000);
