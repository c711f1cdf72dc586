import { describe, expect, it } from 'vitest';
import { rank } from './rank';

const order = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: rank(query, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

describe('finding in the palette', () => {
  it('puts a beginning before a word, a word before a part, a part before scattered letters', () => {
    expect(order('hyp', ['Ophyper', 'New hypothesis', 'Hypothesis H2', 'How you park', 'Take command'])).toEqual([
      'Hypothesis H2',
      'New hypothesis',
      'Ophyper',
      'How you park',
    ]);
  });

  it('takes everything for an empty query and nothing for strange letters', () => {
    expect(rank('  ', 'anything')).toBe(1);
    expect(rank('(.*', 'anything')).toBe(0);
  });
});
