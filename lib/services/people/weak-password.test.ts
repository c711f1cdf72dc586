import { describe, expect, it } from 'vitest';
import { mustNotBeWeak } from './weak-password';

const ANA = { name: 'Ana Bauer', email: 'ana.bauer@example.org' };

describe('a password', () => {
  it.each([
    'password1234',
    'PASSWORD1234',
    'aaaaaaaaaaaa',
    '123456789012345',
    'zyxwvutsrqpo',
    'ana.bauer@example.org',
    'AnaBauer2026',
  ])('%s is among the first that are tried', (password) => {
    expect(() => mustNotBeWeak(password, ANA)).toThrow('Choose another one');
  });

  it.each(['a few quiet words', 'correct horse 17 battery', 'anabauer likes long walks', '🦀🦀🦀 under the bridge'])(
    '%s will do',
    (password) => {
      expect(() => mustNotBeWeak(password, ANA)).not.toThrow();
    },
  );
});
