import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeBetween, movedCaret } from './text-change';

it('leads from any text to any other, and never cuts a character', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '🧯', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      expect(change === null).toBe(before === after);
      const { at, removed, inserted } = change ?? { at: 0, removed: 0, inserted: '' };
      expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
      for (const part of [inserted, before.slice(at, at + removed), before.slice(0, at)]) expect(part.isWellFormed()).toBe(true);
    }),
    { numRuns: 3000, seed: 20_261_123 },
  );
});

it.each([
  ['before the caret, something is inserted', 'ab|cd', 'xxabcd', 'xxab|cd'],
  ['before the caret, something is removed', 'abc|d', 'cd', 'c|d'],
  ['after the caret', 'a|b', 'abcd', 'a|b'],
  ['around the caret', 'a--|--b', 'a+b', 'a+|b'],
])('keeps the caret where it was: %s', (_name, before, after, expected) => {
  const caret = movedCaret(before.replace('|', ''), after, before.indexOf('|'));
  expect(caret).toBe(expected.indexOf('|'));
});
