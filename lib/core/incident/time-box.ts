import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import { InstantInput, orNull } from '@/lib/core/text';
import { refuse, type Meta, type Refusal } from './command';

const MINUTE_MS = 60_000;
const LONGEST_MS = 7 * 24 * 60 * MINUTE_MS;

const Minutes = z
  .int({ error: 'Give whole minutes.' })
  .check(
    z.minimum(1, { error: 'A time-box lasts at least a minute.' }),
    z.maximum(1440, { error: 'A time-box lasts at most a day (1440 minutes).' }),
  );

/** Either the end of the test or its length; neither means no time-box. */
export const timeBoxFields = { testBy: orNull(InstantInput), minutes: orNull(Minutes) };

export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();

/** The end of a time-box that begins when the command was written. */
export function timeBox(
  { testBy, minutes }: { testBy: Instant | null; minutes: number | null },
  { at }: Pick<Meta, 'at'>,
): { ok: true; testBy: Instant | null } | Refusal {
  if (testBy !== null && minutes !== null) return refuse('invalid', 'Give testBy or minutes, not both.');
  if (minutes !== null) return { ok: true, testBy: minutesAfter(at, minutes) };
  if (testBy === null) return { ok: true, testBy: null };
  const lengthMs = Date.parse(testBy) - Date.parse(at);
  if (lengthMs <= 0) return refuse('invalid', 'That time-box has ended already. Give a later end, or minutes.');
  if (lengthMs > LONGEST_MS) return refuse('invalid', 'That time-box is longer than a week. Give an earlier end.');
  return { ok: true, testBy };
}
