import { expect, it } from 'vitest';
import { isUnexpected, runAccessMatrix, undeclared } from './testing/access-matrix';
import { testApi } from './testing/test-api';

const t = await testApi();

it('every declared route has its expectations, and every expectation its route', () => {
  expect(undeclared(t.api.declared)).toEqual([]);
});

it('every kind of actor gets at every route what the table declares, and nothing is written where it is refused', async () => {
  const cells = await runAccessMatrix(t);
  expect(cells.filter(isUnexpected)).toEqual([]);
  expect(cells.length).toBeGreaterThan(1500);
  expect(t.failures).toEqual([]);
}, 300_000);
