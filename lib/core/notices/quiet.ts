import * as z from 'zod/mini';
import { InstantInput } from '@/lib/core/text';
import { TimeZone } from '@/lib/core/time-zone';
import type { Instant } from '@/lib/core/ids';

const MINUTE_MS = 60_000;
const DAY_MIN = 24 * 60;
const MORNING_MIN = 7 * 60;

const ClockTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'Give a time of the day such as 22:00.' }));

/** The hours of every day in which nobody is to be disturbed, in a zone. */
export const QuietHours = z
  .strictObject({ from: ClockTime, to: ClockTime, timeZone: TimeZone })
  .check(z.refine(({ from, to }) => from !== to, { error: 'Quiet hours end at another time than they begin.' }));
export type QuietHours = z.output<typeof QuietHours>;

/** Quiet until then; `until: null` is until it is ended by hand. */
export const Quiet = z.strictObject({ until: z.nullable(InstantInput) });
export type Quiet = { until: Instant | null };

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The minute of the day in a zone, 0 to 1439. */
export function minuteOfDay(nowMs: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return minutesOf(format.format(nowMs));
}

function isWithin({ from, to, timeZone }: QuietHours, nowMs: number): boolean {
  const [begin, end, now] = [minutesOf(from), minutesOf(to), minuteOfDay(nowMs, timeZone)];
  return begin < end ? now >= begin && now < end : now >= begin || now < end;
}

/** Whether somebody is not to be disturbed now: by their own quiet mode, or in their quiet hours. */
export function isQuiet({ quiet, quietHours }: { quiet: Quiet | null; quietHours: QuietHours | null }, nowMs: number): boolean {
  if (quiet && (quiet.until === null || Date.parse(quiet.until) > nowMs)) return true;
  return quietHours !== null && isWithin(quietHours, nowMs);
}

/** The next seven in the morning in a zone. */
export function nextMorning(nowMs: number, timeZone: string): Instant {
  const ahead = (MORNING_MIN - minuteOfDay(nowMs, timeZone) + DAY_MIN - 1) % DAY_MIN;
  const guess = nowMs - (nowMs % MINUTE_MS) + (ahead + 1) * MINUTE_MS;
  // Where the clocks are changed before then, the guess is off by that much.
  const off = ((minuteOfDay(guess, timeZone) - MORNING_MIN + DAY_MIN / 2 + DAY_MIN) % DAY_MIN) - DAY_MIN / 2;
  return new Date(guess - off * MINUTE_MS).toISOString();
}
