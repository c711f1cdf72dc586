import { expect, it } from 'vitest';
import { measureKills } from './r3-kill-app';

it('[R3] [W4] what was acknowledged survives kill -9 of the application', { timeout: 90_000 }, async () => {
  const { verdict, inMidWrite, readyMs } = await measureKills({ kills: 3, clients: 6, seed: 33 });
  expect(verdict).toMatchObject({ lost: 0, duplicated: 0, gaps: 0, differing: 0, forgotten: 0, unsent: 0, faults: [] });
  expect(inMidWrite).toBe(3);
  expect(verdict.made).toBeGreaterThan(5);
  expect(Math.max(...readyMs)).toBeLessThan(30_000);
});
