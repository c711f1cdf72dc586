import type { Instant } from '@/lib/core/ids';
import { refuse, type Refusal } from './command';

const FUTURE_MS = 60_000;
const PAST_MS = 366 * 24 * 3_600_000;

/** Refuses a time at which something happened that lies ahead of `now`, or more than a year before it. */
export function refusedTime(at: Instant, now: Instant, what = 'That time'): Refusal | null {
  const aheadMs = Date.parse(at) - Date.parse(now);
  if (aheadMs > FUTURE_MS) return refuse('invalid', `${what} is in the future. Give the time at which it happened.`);
  if (aheadMs < -PAST_MS) return refuse('invalid', `${what} is more than a year ago. Check the date.`);
  return null;
}

/** Refuses a time to come that has passed already, or lies more than a year ahead. */
export function refusedDueTime(due: Instant | null, at: Instant): Refusal | null {
  if (due === null) return null;
  const aheadMs = Date.parse(due) - Date.parse(at);
  if (aheadMs <= 0) return refuse('invalid', 'That time has passed already. Give one that is still to come, or leave it out.');
  if (aheadMs > PAST_MS) return refuse('invalid', 'That time is more than a year ahead. Check the date.');
  return null;
}
