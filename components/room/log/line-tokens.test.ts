import { describe, expect, it } from 'vitest';
import { lineTokens, type Known } from './line-tokens';

const known: Known = {
  has: (ref) => ['H2', 'E3', 'T1'].includes(ref),
  lastSeq: 50,
  people: [
    ['u1', 'Ana'],
    ['u2', 'Ana Maria'],
    ['u3', 'محمد'],
  ],
};

const kinds = (text: string) => lineTokens(text, known).map((token) => `${token.kind}:${token.text}`);

describe('the words of a log line', () => {
  it('finds what exists and leaves the rest as text', () => {
    expect(kinds('E3 supports H2, see #41 and T1')).toEqual([
      'evidence:E3',
      'text: supports ',
      'hypothesis:H2',
      'text:, see ',
      'entry:#41',
      'text: and ',
      'task:T1',
    ]);
    expect(kinds('H9 and #51 are nobody')).toEqual(['text:H9 and #51 are nobody']);
  });

  it.each(['H2O', 'v2-H2', '/path/E3', 'H2.5', 'mp3E3', '#41a', 'a#41'])('takes %s for no reference', (text) =>
    expect(kinds(text)).toEqual([`text:${text}`]),
  );

  it('takes the longest name after an @, in any script', () => {
    expect(kinds('@ana maria look')).toEqual(['mention:@ana maria', 'text: look']);
    expect(kinds('@Ana, look')).toEqual(['mention:@Ana', 'text:, look']);
    expect(kinds('@محمد')).toEqual(['mention:@محمد']);
    expect(kinds('@Anabel')).toEqual(['text:@Anabel']);
  });

  it('links web addresses only, without the full stop after them', () => {
    expect(kinds('see https://grafana.local/d/1?x=E3.')).toEqual(['text:see ', 'link:https://grafana.local/d/1?x=E3', 'text:.']);
    expect(kinds('javascript:alert(1)')).toEqual(['text:javascript:alert(1)']);
  });

  it('gives back every character', () => {
    const text = 'H2 @Ana #41 https://x.y/z) E3! ## @ @@ H2H2';
    expect(
      lineTokens(text, known)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
  });
});
