import type { Shift } from '@/lib/core/incident/state';
import type { Instant } from '@/lib/core/ids';

const HOUR_MS = 3_600_000;
const LONG_MS = 4 * HOUR_MS;
// Whoever was just woken up knows that it is night.
const NIGHT_MS = HOUR_MS;
const NIGHT_FROM = 22;
const NIGHT_TO = 7;

/** Why somebody should hand over and rest. */
export type RestReason = 'long' | 'night';

/** Whether to suggest a rest to somebody on shift: after four hours, and after one at night. `localHour` is theirs, 0 to 23; null: not known. */
export function restAdvice(shift: Shift | undefined, now: Instant, localHour: number | null): RestReason | null {
  if (!shift || shift.offAt !== null) return null;
  const onMs = Date.parse(now) - Date.parse(shift.since);
  if (onMs >= LONG_MS) return 'long';
  const isNight = localHour !== null && (localHour >= NIGHT_FROM || localHour < NIGHT_TO);
  return isNight && onMs >= NIGHT_MS ? 'night' : null;
}
