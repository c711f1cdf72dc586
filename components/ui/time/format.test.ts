import { describe, expect, it } from 'vitest';
import {
  clockText,
  dayText,
  fieldInstant,
  fieldText,
  leftText,
  relativeText,
  sinceText,
  spanText,
  stopwatchText,
} from './format';

const AT = '2026-11-23T16:05:31.238Z';
const NOW = Date.parse('2026-11-23T16:10:00.000Z');

describe('times in the room', () => {
  it('reads a clock and a day in UTC', () => {
    expect(clockText(AT, 'utc')).toBe('16:05');
    expect(dayText(AT, 'utc')).toBe('Mon 23 Nov 2026');
  });

  it.each([
    [0, '00:00:00'],
    [2_530_000, '00:42:10'],
    [-61_000, '-00:01:01'],
    [-400, '00:00:00'],
    [2 * 86_400_000 + 3 * 3_600_000 + 600_000, '2 d 03:10:00'],
  ])('counts %d ms as %s', (ms, text) => expect(stopwatchText(ms)).toBe(text));

  it.each([
    [40_000, '40 s'],
    [240_000, '4 min'],
    [12_000_000, '3 h 20 min'],
    [7_200_000, '2 h'],
    [190_800_000, '2 d 5 h'],
  ])('says %d ms as %s', (ms, text) => expect(spanText(ms)).toBe(text));

  it.each([
    ['2026-11-23T16:21:10.000Z', '+00:15'],
    ['2026-11-23T16:05:31.238Z', '+00:00'],
    ['2026-11-23T16:05:01.000Z', '+00:00'],
    ['2026-11-23T16:00:00.000Z', '-00:05'],
    ['2026-11-27T19:06:00.000Z', '+99:00'],
    ['2026-11-28T19:06:00.000Z', '+5d03h'],
  ])('counts %s since the start of impact as %s', (at, text) => expect(sinceText(at, AT)).toBe(text));

  it('says what is left of a time-box and what is over', () => {
    expect(leftText('2026-11-23T16:14:00.000Z', NOW)).toBe('4 min left');
    expect(leftText('2026-11-23T16:08:00.000Z', NOW)).toBe('2 min over');
    expect(relativeText(AT, NOW)).toBe('4 min ago');
    expect(relativeText('2026-11-23T16:09:55.000Z', NOW)).toBe('just now');
  });

  it('takes back from a field what it put there, in both zones', () => {
    for (const zone of ['utc', 'local'] as const)
      expect(fieldInstant(fieldText(AT, zone), zone)).toBe('2026-11-23T16:05:31.000Z');
    expect(fieldInstant('nonsense', 'utc')).toBeNull();
  });
});
