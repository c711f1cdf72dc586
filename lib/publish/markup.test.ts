import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, markup, linkable, prose } from './markup';
import { publicIdOf } from './public-id';

const hostile = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '\n',
      '\n\n',
      'http://',
      'https://a.example/',
      'a',
      ' ',
      '\u0000',
      '\u202e',
      '😀',
    ),
  )
  .map((pieces) => pieces.join(''));

describe('markup', () => {
  it('holds whatever is put into it as text', () => {
    const evil = `<script>"'&\u0000`;
    expect(markup`<p title="${evil}">${[evil, null, false, 7]}</p>`.html).toBe(
      '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;7</p>',
    );
  });

  it('never lets text end its place', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
        expect(prose(text).html.replace(/<\/?(?:p|br)>|<a href="https?:[^"<>]*" rel="[a-z ]*">|<\/a>/g, '')).not.toMatch(
          /[<>"']/,
        );
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/path', 'http:', ' ', 'ftp://a.example/'])(
    'makes no link of %s',
    (address) => {
      expect(linkable(address)).toBeNull();
      expect(prose(address).html).not.toContain('<a ');
    },
  );

  it('links addresses and leaves the sentence around them alone', () => {
    expect(prose('See (https://a.example/x?y=1&z=2).\nMore\n\nEnd').html).toBe(
      '<p>See (<a href="https://a.example/x?y=1&amp;z=2" rel="nofollow noopener noreferrer">https://a.example/x?y=1&amp;z=2</a>).' +
        '<br>More</p><p>End</p>',
    );
  });
});

describe('a public id', () => {
  it('is the beginning of base32 of the hash, and stays', () => {
    // printf 'status:a' | sha256sum | xxd -r -p | base32
    expect(publicIdOf('01932f4e-0000-7000-8000-000000000001')).toMatch(/^[a-z2-7]{12}$/);
    expect(publicIdOf('a')).toBe('j2az45ejmugz');
  });
});
