import type { PresenceUpdate } from '@/lib/contracts/socket';
import type { Timers } from './timers';

const PAUSE_MS = 300;
// Whoever stops typing is not typing, also where the last word about it got lost.
const TYPING_MS = 6000;

/** Says where this person looks and writes: at most every 300 ms, the latest last. */
export function createPresenceReporter(incident: string, present: (update: PresenceUpdate) => void, timers: Timers) {
  let focus: string | null = null;
  let typing: string | null = null;
  let cancelPause: (() => void) | null = null;
  let cancelTyping: (() => void) | null = null;
  let isStale = false;

  function report(): void {
    if (cancelPause) {
      isStale = true;
      return;
    }
    isStale = false;
    present({ incident, focus, typing });
    cancelPause = timers.after(PAUSE_MS, () => {
      cancelPause = null;
      if (isStale) report();
    });
  }

  function setTyping(where: string | null): void {
    cancelTyping?.();
    cancelTyping = where === null ? null : timers.after(TYPING_MS, () => setTyping(null));
    if (where === typing) return;
    typing = where;
    report();
  }

  return {
    setFocus(id: string | null): void {
      if (id === focus) return;
      focus = id;
      report();
    },
    setTyping,
    /** After joining: the server forgot, or never knew. */
    repeat(): void {
      if (focus !== null || typing !== null) report();
    },
    stop(): void {
      cancelPause?.();
      cancelTyping?.();
    },
  };
}
