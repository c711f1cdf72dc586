import { fieldInstant, fieldText, type Zone } from '@/components/ui/time/format';

const WHOLE = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const two = (part: string | undefined) => (part ?? '0').padStart(2, '0');

/** An instant as it is written into such a field: `2026-11-23 16:05:31`, in the zone that is shown. */
export const writtenInstant = (instant: string, zone: Zone): string => fieldText(instant, zone).replace('T', ' ');

/**
 * The instant that somebody wrote; `16:02` alone means the day of `near`, or the day before where it is still to come.
 * Null where it makes no sense.
 */
export function readInstant(text: string, zone: Zone, near: string, nowMs = Date.now()): string | null {
  const clock = CLOCK.exec(text.trim());
  const day = writtenInstant(near, zone).slice(0, 10);
  const whole = WHOLE.exec(clock ? `${day} ${text.trim()}` : text.trim());
  if (!whole) return null;
  const [, year, month, date, hours, minutes, seconds] = whole;
  const written = `${year}-${two(month)}-${two(date)} ${two(hours)}:${two(minutes)}:${two(seconds)}`;
  const instant = fieldInstant(written.replace(' ', 'T'), zone);
  // The 30th of February is no second of March.
  if (instant === null || writtenInstant(instant, zone) !== written) return null;
  const isToCome = clock && Date.parse(instant) > nowMs + MINUTE_MS;
  return isToCome ? new Date(Date.parse(instant) - DAY_MS).toISOString() : instant;
}
