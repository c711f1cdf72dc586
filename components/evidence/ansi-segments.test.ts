import { describe, expect, it } from 'vitest';
import { ansiSegments } from './ansi-segments';
import { plainOutput } from './plain-output';

const textOf = (line: string) =>
  ansiSegments(line)
    .map((segment) => segment.text)
    .join('');

describe('colours of an output', () => {
  it('turns colours into classes and keeps every character', () => {
    const segments = ansiSegments('\u001b[1;31mred <b>&"\'\u001b[0m plain');
    expect(segments).toEqual([
      { text: 'red <b>&"\'', classes: 'ansi-red-fg', style: { fontWeight: 600 } },
      { text: ' plain', classes: '', style: undefined },
    ]);
  });

  it('takes true colours as a style', () => {
    expect(ansiSegments('\u001b[38;2;1;2;3mx')).toEqual([{ text: 'x', classes: '', style: { color: 'rgb(1,2,3)' } }]);
  });

  it('keeps the words of a terminal hyperlink and drops its address', () => {
    const line = '\u001b]8;;javascript:alert(1)\u0007click\u001b]8;;\u0007 me';
    expect(textOf(line)).toBe('click me');
    expect(plainOutput(line)).toBe('click me');
  });

  it.each([
    '<script>alert(1)</script>',
    '\u001b[31m<img src=x onerror=alert(1)>',
    '</span><span style="color:red">',
    '&lt;script&gt; &amp;amp;',
    '\u001b[31m&lt;\u001b[0m</span>',
  ])('shows %s as it is', (line) => expect(textOf(line)).toBe(plainOutput(line)));

  it('leaves out what moves a cursor', () => expect(textOf('a\u001b[2Kb\u001b[1;1Hc')).toBe('abc'));
});
