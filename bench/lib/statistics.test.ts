import { describe, expect, it } from 'vitest';
import { logLogSlope, median, percentile, wander } from './statistics';

describe('what the figures are made of', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  it('percentiles are values that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('numbers are compared as numbers', () => expect(median([10, 9, 100])).toBe(10));

  it('wander is the width over the median', () => expect(wander([8, 10, 12])).toBe(0.4));

  it.each([0, 0.1, 1, 2])('finds the power %d', (power) => {
    const points = [1, 10, 100, 1000].map((x) => ({ x, y: 5 * x ** power }));
    expect(logLogSlope(points)).toBeCloseTo(power);
  });
});
