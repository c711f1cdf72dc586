import { afterEach, describe, expect, it } from 'vitest';
import { clockText, fieldInstant, fieldText, offsetText } from './format';
import { setLocalZone } from './local-zone';

afterEach(() => setLocalZone(null));

describe('local time of the profile', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-23T16:05:31.000Z', '21:35', '+05:30'],
    ['America/St_Johns', '2026-11-23T16:05:31.000Z', '12:35', '-03:30'],
    ['Europe/Berlin', '2026-07-01T23:30:00.000Z', '01:30', '+02:00'],
    ['UTC', '2026-11-23T00:00:00.000Z', '00:00', '+00:00'],
  ])('in %s shows %s as %s', (zone, at, clock, offset) => {
    setLocalZone(zone);
    expect(clockText(at, 'local')).toBe(clock);
    expect(offsetText(at)).toBe(offset);
  });

  it.each(['2026-03-29T00:59:59.000Z', '2026-03-29T01:00:00.000Z', '2026-10-25T02:30:00.000Z'])(
    'takes %s back from a field around a clock change',
    (at) => {
      setLocalZone('Europe/Berlin');
      expect(fieldInstant(fieldText(at, 'local'), 'local')).toBe(at);
    },
  );
});
