import { describe, expect, it } from 'vitest';
import { capsOf, isSingleKey, keyReader, type KeyStroke } from './keys';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const reader = () => keyReader(() => ['n', 'g l', 'g b', 'mod+k', '?', 'Enter']);

describe('shortcuts', () => {
  it('answers a single key, a symbol and a chord at once', () => {
    const read = reader();
    expect(read(stroke('n'), 0)).toBe('n');
    expect(read(stroke('?', { shiftKey: true }), 0)).toBe('?');
    expect(read(stroke('K', { metaKey: true }), 0)).toBe('mod+k');
    expect(read(stroke('x'), 0)).toBeNull();
  });

  it('waits for the second key of a sequence, and not for ever', () => {
    const read = reader();
    expect(read(stroke('g'), 0)).toBeNull();
    expect(read(stroke('l'), 400)).toBe('g l');
    expect(read(stroke('g'), 1000)).toBeNull();
    expect(read(stroke('l'), 3000)).toBeNull();
  });

  it('leaves Alt to the browser', () => expect(reader()(stroke('n', { altKey: true }), 0)).toBeNull());

  it('knows which may be switched off, and writes them on key caps', () => {
    expect(isSingleKey('g l')).toBe(true);
    expect(isSingleKey('mod+k')).toBe(false);
    expect(capsOf('mod+k', true)).toEqual(['⌘', 'K']);
    expect(capsOf('g l', false)).toEqual(['g', 'l']);
  });
});
