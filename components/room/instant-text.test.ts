import { describe, expect, it } from 'vitest';
import { readInstant, writtenInstant } from './instant-text';

const NEAR = '2026-11-23T21:00:12.000Z';
const NOW_MS = Date.parse('2026-11-23T21:30:00.000Z');

describe('a time that is written into a field', () => {
  it.each([
    ['2026-11-23 16:05:31', '2026-11-23T16:05:31.000Z'],
    ['2026-11-23T16:05', '2026-11-23T16:05:00.000Z'],
    ['2026-1-3  4:05', '2026-01-03T04:05:00.000Z'],
    ['16:02', '2026-11-23T16:02:00.000Z'],
    ['21:30', '2026-11-23T21:30:00.000Z'],
    ['22:40', '2026-11-22T22:40:00.000Z'],
    ['2026-11-23 22:40', '2026-11-23T22:40:00.000Z'],
    [' 9:07:01 ', '2026-11-23T09:07:01.000Z'],
    ['25:00', null],
    ['2026-02-30 10:00', null],
    ['yesterday', null],
    ['', null],
  ])('reads %s', (text, instant) => expect(readInstant(text, 'utc', NEAR, NOW_MS)).toBe(instant));

  it('reads what it wrote, in both zones', () => {
    for (const zone of ['utc', 'local'] as const) expect(readInstant(writtenInstant(NEAR, zone), zone, NEAR)).toBe(NEAR);
  });
});
