import { describe, expect, it } from 'vitest';
import { restAdvice } from './rest-advice';

const since = '2026-11-23T16:00:00.000Z';
const after = (minutes: number) => new Date(Date.parse(since) + minutes * 60_000).toISOString();

describe('a rest is suggested', () => {
  it.each([
    ['not by day within four hours', 239, 14, null],
    ['after four hours', 240, 14, 'long'],
    ['where the zone is not known, after four hours too', 240, null, 'long'],
    ['not at night to whoever was just woken up', 59, 3, null],
    ['at night after an hour', 60, 22, 'night'],
    ['until seven', 60, 6, 'night'],
    ['not from seven on', 60, 7, null],
    ['and not before ten in the evening', 60, 21, null],
  ])('%s', (_name, minutes, hour, expected) => {
    expect(restAdvice({ since, offAt: null }, after(minutes), hour)).toBe(expected);
  });

  it('to nobody who is off, or never was on', () => {
    expect(restAdvice({ since, offAt: after(10) }, after(600), 3)).toBeNull();
    expect(restAdvice(undefined, after(600), 3)).toBeNull();
  });
});
