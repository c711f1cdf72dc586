import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, minuteOfDay, nextMorning, QuietHours } from './quiet';

const at = (text: string) => Date.parse(text);
const night = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin' };

describe('quiet', () => {
  it.each([
    ['2026-11-26T20:59:00Z', false],
    ['2026-11-26T21:00:00Z', true],
    ['2026-11-27T05:59:00Z', true],
    ['2026-11-27T06:00:00Z', false],
  ])('hours over midnight, in their zone: %s is %s', (now, quiet) =>
    expect(isQuiet({ quiet: null, quietHours: night }, at(now))).toBe(quiet),
  );

  it('lasts until its time, or until it is ended', () => {
    const quiet = { until: '2026-11-26T12:00:00.000Z' };
    expect(isQuiet({ quiet, quietHours: null }, at('2026-11-26T11:59:59Z'))).toBe(true);
    expect(isQuiet({ quiet, quietHours: null }, at('2026-11-26T12:00:00Z'))).toBe(false);
    expect(isQuiet({ quiet: { until: null }, quietHours: null }, at('2036-11-26T12:00:00Z'))).toBe(true);
  });

  it('hours have two different ends and a zone that exists', () => {
    expect(QuietHours.safeParse({ ...night, to: '22:00' }).success).toBe(false);
    expect(QuietHours.safeParse({ ...night, from: '24:00' }).success).toBe(false);
    expect(QuietHours.safeParse({ ...night, timeZone: 'Mars/Base' }).success).toBe(false);
    expect(QuietHours.safeParse(night).success).toBe(true);
  });

  it.each(['UTC', 'Europe/Berlin', 'Pacific/Chatham', 'America/New_York', 'Asia/Kathmandu'])(
    'the next morning in %s is seven, and less than 25 hours away, also when the clocks change',
    (zone) =>
      fc.assert(
        fc.property(fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }), (now) => {
          const morning = Date.parse(nextMorning(now, zone));
          expect(minuteOfDay(morning, zone)).toBe(7 * 60);
          expect(morning - now).toBeGreaterThan(0);
          expect(morning - now).toBeLessThanOrEqual(25 * 3_600_000);
        }),
        { numRuns: 100, seed: 7 },
      ),
  );
});
