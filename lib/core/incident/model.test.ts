import { expect, it } from 'vitest';
import { runModel } from './testing/model';

it.each([1, 2, 3])('[R2] the core and its model agree on 1,000 commands, seed %i', (seed) => {
  const run = runModel(seed, 1000);
  expect(run.differences).toEqual([]);
  expect(run.commands).toBe(1000);
  expect(run.accepted).toBeGreaterThan(300);
  expect(run.refused).toBeGreaterThan(100);
});
