import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyFactsOf, PREVIEW_MAX, previewOf } from './body';

it.each([
  ['', 0, 0, ''],
  ['a', 1, 1, 'a'],
  ['a\n', 2, 1, 'a'],
  ['a\nb', 3, 2, 'a\nb'],
  ['\n\n', 2, 2, ''],
  ['é\r\n', 4, 1, 'é'],
  ['👩‍🚒', 11, 1, '👩‍🚒'],
])('measures %j', (text, sizeBytes, lineCount, preview) => {
  expect(bodyFactsOf(text)).toEqual({ sizeBytes, lineCount, preview });
});

it('previews whole lines, and a long first line up to a whole character', () => {
  expect(previewOf(`${'a'.repeat(590)}\n${'b'.repeat(50)}`)).toBe('a'.repeat(590));
  expect(previewOf('a'.repeat(700))).toBe('a'.repeat(600));
  expect(previewOf(`${'a'.repeat(599)}😀`)).toBe('a'.repeat(599));
});

it('previews at most 600 characters of any text, from its start', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 0, maxLength: 1500 }), (text) => {
      const preview = previewOf(text);
      expect(preview.length).toBeLessThanOrEqual(PREVIEW_MAX);
      expect(text.startsWith(preview)).toBe(true);
      expect(preview.isWellFormed()).toBe(true);
    }),
    { seed: 11, numRuns: 500 },
  );
});

it('measures a line of a million characters in a moment', () => {
  const started = performance.now();
  expect(bodyFactsOf('x'.repeat(1e6))).toMatchObject({ sizeBytes: 1e6, lineCount: 1 });
  expect(performance.now() - started).toBeLessThan(200);
});
