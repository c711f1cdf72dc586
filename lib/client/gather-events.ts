import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Timers } from './timers';

/** Drawing twenty times a second looks immediate, and leaves the rest of the time to whoever is typing. */
const GATHER_MS = 50;

/** Hands on at once what comes alone, and together what comes in a storm. */
export function gatherEvents(handOn: (events: readonly IncidentEvent[]) => void, timers: Timers) {
  let waiting: IncidentEvent[] = [];
  let cancel: (() => void) | null = null;

  function release(): void {
    cancel = null;
    const events = waiting;
    waiting = [];
    if (events.length > 0) take(events);
  }

  function take(events: readonly IncidentEvent[]): void {
    if (cancel) {
      waiting.push(...events);
      return;
    }
    cancel = timers.after(GATHER_MS, release);
    handOn(events);
  }

  return {
    take,
    /** Hands on what waits before something that builds on it. */
    flush(): void {
      cancel?.();
      release();
    },
    stop(): void {
      cancel?.();
      cancel = null;
      waiting = [];
    },
  };
}
