import { describe, expect, it } from 'vitest';
import { pastedAs } from './pasted';

describe('what a paste is taken for', () => {
  it.each([
    ['one line', 'connection refused', 'words'],
    ['a few lines', 'a\nb\nc', 'words'],
    ['a log with times', '16:05 - Alert fired\n16:06 - Checked the deploys', 'log'],
    ['an output', Array.from({ length: 12 }, (_, line) => `line ${line}`).join('\n'), 'output'],
    ['one very long line', 'x'.repeat(2000), 'output'],
  ])('%s', (_, text, kind) => expect(pastedAs(text).kind).toBe(kind));

  it('says whether it would fit into a note', () => {
    expect(pastedAs('x\n'.repeat(100))).toMatchObject({ lines: 100, fits: true });
    expect(pastedAs('x\n'.repeat(9000))).toMatchObject({ lines: 9000, fits: false });
  });
});
