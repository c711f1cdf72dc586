import { describe, expect, it } from 'vitest';
import { lineTokens, mentionedIn, type Known } from './line-tokens';

const known: Known = {
  has: (ref) => ['H2', 'E3', 'T1'].includes(ref),
  lastSeq: 50,
  people: [
    { userId: 'u1', name: 'Ana' },
    { userId: 'u2', name: 'Ana Maria' },
    { userId: 'u3', name: 'محمد' },
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

describe('whom a line mentions', () => {
  const people = [
    ...known.people,
    { userId: 'u4', name: 'Bo', alias: 'bo@example.org' },
    { userId: 'u5', name: 'Bo', alias: 'other@example.org' },
  ];
  const mentioned = (text: string) => mentionedIn(text, people);

  it('is told once, however often', () => expect(mentioned('@Ana and @ana, not @Ana Maria')).toEqual(['u1', 'u2']));
  it('is each of two with that name, unless the address says which', () => {
    expect(mentioned('@Bo look')).toEqual(['u4', 'u5']);
    expect(mentioned('@Bo (other@example.org) look')).toEqual(['u5']);
  });
  it.each(['ana@Ana', 'Ana', '@', 'https://chat.example/@Ana', '@Anabel'])('is nobody in %s', (text) =>
    expect(mentioned(text)).toEqual([]),
  );
});
