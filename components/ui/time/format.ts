import { localOffsetMin } from './local-zone';

export type Zone = 'utc' | 'local';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const two = (value: number) => String(value).padStart(2, '0');

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// In local time the getters of a date moved by its offset read like UTC.
function inZone(instant: string, zone: Zone): Date {
  const date = new Date(instant);
  return zone === 'utc' ? date : new Date(date.getTime() + localOffsetMin(date.getTime()) * MINUTE_MS);
}

/** `16:05` */
export function clockText(instant: string, zone: Zone): string {
  if (zone === 'utc') return instant.slice(11, 16);
  const date = inZone(instant, zone);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** `16:05:31` */
export function clockSecondsText(instant: string, zone: Zone): string {
  const date = inZone(instant, zone);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** `2026-11-23`, for telling one day from the next. */
export const dayKey = (instant: string, zone: Zone): string =>
  zone === 'utc' ? instant.slice(0, 10) : inZone(instant, zone).toISOString().slice(0, 10);

/** `Mon 23 Nov 2026` */
export function dayText(instant: string, zone: Zone): string {
  const date = inZone(instant, zone);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `Mon 23 Nov 2026 16:05:31` */
export const fullText = (instant: string, zone: Zone): string => `${dayText(instant, zone)} ${clockSecondsText(instant, zone)}`;

/** `+02:00`, the offset of local time at that instant. */
export function offsetText(instant: string): string {
  const minutes = localOffsetMin(Date.parse(instant));
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `00:42:10`, and `2 d 03:10:00` from a day on; negative before the start. */
export function stopwatchText(ms: number): string {
  const size = Math.abs(Math.trunc(ms / 1000));
  const days = Math.floor(size / 86_400);
  const clock = `${two(Math.floor((size % 86_400) / 3600))}:${two(Math.floor((size % 3600) / 60))}:${two(size % 60)}`;
  return `${ms < -999 ? '-' : ''}${days > 0 ? `${days} d ` : ''}${clock}`;
}

/** `+00:15` from the start of impact in hours and minutes, `-00:05` before it, and `+5d03h` from a hundred hours on. */
export function sinceText(instant: string, start: string): string {
  const ms = Date.parse(instant) - Date.parse(start);
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const sign = ms < 0 && minutes > 0 ? '-' : '+';
  return hours < 100 ? `${sign}${two(hours)}:${two(minutes % 60)}` : `${sign}${Math.floor(hours / 24)}d${two(hours % 24)}h`;
}

/** `40 s`, `4 min`, `3 h 20 min`, `2 d 5 h` */
export function spanText(ms: number): string {
  const size = Math.abs(ms);
  if (size < MINUTE_MS) return `${Math.floor(size / 1000)} s`;
  if (size < HOUR_MS) return `${Math.floor(size / MINUTE_MS)} min`;
  if (size < DAY_MS) {
    const minutes = Math.floor((size % HOUR_MS) / MINUTE_MS);
    return `${Math.floor(size / HOUR_MS)} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  }
  const hours = Math.floor((size % DAY_MS) / HOUR_MS);
  return `${Math.floor(size / DAY_MS)} d${hours > 0 ? ` ${hours} h` : ''}`;
}

/** `just now`, `4 min ago`, `in 3 h` */
export function relativeText(instant: string, nowMs: number): string {
  const ms = nowMs - Date.parse(instant);
  if (Math.abs(ms) < 10_000) return 'just now';
  return ms < 0 ? `in ${spanText(ms)}` : `${spanText(ms)} ago`;
}

const LAST_MINUTES_MS = 10 * MINUTE_MS;

/** What is left of something promised: `12 min`, in the last ten minutes `9:05`, `1 h 20 min`. The sign is not said. */
export function countdownText(ms: number): string {
  const size = Math.abs(ms);
  if (size >= LAST_MINUTES_MS) return spanText(size);
  return `${Math.floor(size / MINUTE_MS)}:${two(Math.floor((size % MINUTE_MS) / 1000))}`;
}

/** What is left of a time-box: `4 min left`, or `2 min over`. */
export function leftText(until: string, nowMs: number): string {
  const ms = Date.parse(until) - nowMs;
  return ms >= 0 ? `${spanText(ms)} left` : `${spanText(ms)} over`;
}

/** The value of a datetime-local field, in the zone that is shown. */
export const fieldText = (instant: string, zone: Zone): string => inZone(instant, zone).toISOString().slice(0, 19);

/** The instant that a datetime-local field names in the zone that is shown, or null. */
export function fieldInstant(text: string, zone: Zone): string | null {
  const utcMs = Date.parse(`${text}Z`);
  if (Number.isNaN(utcMs)) return null;
  if (zone === 'utc') return new Date(utcMs).toISOString();
  // The offset is that of the instant itself, so around a clock change the first guess is corrected once.
  const guessMs = utcMs - localOffsetMin(utcMs) * MINUTE_MS;
  return new Date(utcMs - localOffsetMin(guessMs) * MINUTE_MS).toISOString();
}
