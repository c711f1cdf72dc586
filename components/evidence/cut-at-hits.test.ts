import { describe, expect, it } from 'vitest';
import { ansiSegments } from './ansi-segments';
import { cutAtHits } from './cut-at-hits';

const cut = (line: string, ...found: [number, number][]) =>
  cutAtHits(
    ansiSegments(line),
    found.map(([from, to]) => ({ line: 1, from, to })),
  ).map(({ text, classes, hit }) => `${classes}${hit ? `[${text}]` : text}`);

describe('marking what was found in a line', () => {
  it('cuts plain text', () => {
    expect(cut('one two one', [0, 3], [8, 11])).toEqual(['[one]', ' two ', '[one]']);
    expect(cut('nothing')).toEqual(['nothing']);
  });

  it('cuts across colours and keeps them', () => {
    expect(cut('ab\u001b[31mcd\u001b[0mef', [1, 5])).toEqual(['a', '[b]', 'ansi-red-fg[cd]', '[e]', 'f']);
  });

  it('leaves out what lies behind the shown part', () => {
    expect(cut('short', [2, 4], [40, 44])).toEqual(['sh', '[or]', 't']);
  });
});
