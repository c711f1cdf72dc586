import { describe, expect, it } from 'vitest';
import { hashOf, lineRangeOf, picked } from './line-range';
import { HIT_LIMIT, searchLines, type Found } from './search-lines';

async function search(lines: string[], query: string, signal = new AbortController().signal) {
  const reports: Found[] = [];
  await searchLines(lines, query, (found) => reports.push(found), signal);
  return reports;
}

describe('searching an output', () => {
  it('finds every place, in any case, with its line', async () => {
    const [found] = await search(['OOM oom', 'fine', 'an oOm line'], 'oom');
    expect(found).toEqual({
      hits: [
        { line: 1, from: 0, to: 3 },
        { line: 1, from: 4, to: 7 },
        { line: 3, from: 3, to: 6 },
      ],
      done: true,
      capped: false,
    });
  });

  it('reports on the way through a long output and stops at the limit', async () => {
    const lines = Array.from({ length: 9000 }, () => 'a a');
    const reports = await search(lines, 'a');
    expect(reports.at(-1)).toMatchObject({ done: true, capped: true });
    expect(reports.at(-1)?.hits).toHaveLength(HIT_LIMIT);
    expect(reports.length).toBeGreaterThan(1);
  });

  it('ends with an answer where there is nothing', async () => {
    expect(await search([], 'x')).toEqual([{ hits: [], done: true, capped: false }]);
    expect(await search(['a'], 'x', AbortSignal.abort())).toEqual([]);
  });
});

describe('a range of lines in the address', () => {
  it.each([
    ['#L12', { from: 12, to: 12 }],
    ['#L12-L40', { from: 12, to: 40 }],
    ['#L40-12', { from: 12, to: 40 }],
    ['#L0', null],
    ['#e41', null],
  ])('%s', (hash, range) => expect(lineRangeOf(hash)).toEqual(range));

  it('is written as it is read, and grows with Shift', () => {
    expect(hashOf({ from: 3, to: 3 })).toBe('#L3');
    expect(hashOf({ from: 3, to: 9 })).toBe('#L3-L9');
    expect(picked({ from: 5, to: 5 }, 2, true)).toEqual({ from: 2, to: 5 });
    expect(picked({ from: 5, to: 5 }, 9, false)).toEqual({ from: 9, to: 9 });
  });
});
