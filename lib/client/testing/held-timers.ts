import type { Timers } from '../timers';

/** Time that passes when it is told to. */
export function heldTimers(startMs: number) {
  let nowMs = startMs;
  let due: { atMs: number; run: () => void }[] = [];
  const timers: Timers = {
    nowMs: () => nowMs,
    after(delayMs, run) {
      const one = { atMs: nowMs + delayMs, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    random: () => 0.5,
  };
  return {
    timers,
    waiting: () => due.map(({ atMs }) => atMs - nowMs).toSorted((a, b) => a - b),
    /** Lets time pass, and what is due happen in order. */
    pass(ms: number): void {
      const untilMs = nowMs + ms;
      for (;;) {
        const [next] = due.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs);
        if (!next) break;
        due = due.filter((one) => one !== next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
      }
      nowMs = untilMs;
    },
  };
}
