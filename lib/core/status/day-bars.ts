import type { Instant } from '@/lib/core/ids';
import type { ComponentState } from './component-state';
import { countUntil, stateAt, worse, type StateChange, type Window } from './state-over-time';

const DAY_MS = 86_400_000;
export const BAR_DAYS = 90;

/** A component on one UTC day. */
export type DayBar = {
  /** `2026-11-23` */
  day: string;
  /** The worst of the day; null before there was anything to say. */
  state: ComponentState | null;
  /** The part of the day without partial or major outage, 0..1; null for a day that is not over, or not known. */
  upShare: number | null;
};

type Known = {
  /** In order. */
  changes: readonly StateChange[];
  windows: readonly Window[];
  knownFrom: Instant;
  now: Instant;
};

const textOf = (ms: number): Instant => new Date(ms).toISOString();
const isDown = (state: ComponentState) => state === 'partial_outage' || state === 'major_outage';

/** The times within [from, to) at which something begins to be otherwise, `from` first, `to` last. */
function edges({ changes, windows }: Known, from: Instant, to: Instant): Instant[] {
  const within = changes.slice(countUntil(changes, from), countUntil(changes, to)).map(({ at }) => at);
  const bounds = windows.flatMap((one) => [one.from, one.to]);
  const all = new Set([...within, ...bounds].filter((at) => from < at && at < to));
  return [from, ...[...all].toSorted(), to];
}

function dayBar(known: Known, startMs: number): DayBar {
  const start = textOf(startMs);
  const end = textOf(startMs + DAY_MS);
  const day = start.slice(0, 10);
  const from = known.knownFrom > start ? known.knownFrom : start;
  const to = known.now < end ? known.now : end;
  if (from >= end || from > known.now) return { day, state: null, upShare: null };
  let state = stateAt(known.changes, known.windows, from);
  let downMs = 0;
  const times = edges(known, from, to);
  for (const [index, at] of times.slice(0, -1).entries()) {
    const next = times[index + 1] ?? to;
    if (next <= at) continue;
    const then = stateAt(known.changes, known.windows, at);
    state = worse(state, then);
    if (isDown(then)) downMs += Date.parse(next) - Date.parse(at);
  }
  const isOver = end <= known.now;
  return { day, state, upShare: isOver ? 1 - downMs / (Date.parse(end) - Date.parse(from)) : null };
}

/** The last `count` UTC days of a component, the oldest first, the present one last and so far. */
export function dayBars(known: Known, count: number = BAR_DAYS): DayBar[] {
  const today = Math.floor(Date.parse(known.now) / DAY_MS) * DAY_MS;
  return Array.from({ length: count }, (_, index) => dayBar(known, today - (count - 1 - index) * DAY_MS));
}

/** The mean over the days that are over; null where none is. */
export function upShareOf(days: readonly DayBar[]): number | null {
  const shares = days.flatMap(({ upShare }) => (upShare === null ? [] : [upShare]));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
