import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '@/lib/contracts/room';
import { mergePages } from './merge-pages';

const page = (...numbers: number[]) => numbers.map((number) => ({ key: `INC-${number}` }) as IncidentSummary);

describe('pages of incidents', () => {
  it('puts a new incident in front and keeps what was loaded below', () =>
    expect(mergePages(page(9, 8, 7, 6), page(10, 9, 8), false)).toEqual(page(10, 9, 8, 7, 6)));

  it('drops what no longer belongs into the latest page', () =>
    expect(mergePages(page(9, 8, 7, 6), page(9, 7), false)).toEqual(page(9, 7, 6)));

  it('is the latest page alone when there is no more', () => {
    expect(mergePages(page(3, 2, 1), page(3, 1), true)).toEqual(page(3, 1));
    expect(mergePages(page(3), [], true)).toEqual([]);
  });
});
