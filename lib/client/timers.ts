/** The passing of time, so that tests can hold it. */
export type Timers = {
  nowMs: () => number;
  /** Calls back once, later; answers with a function that prevents it. */
  after: (delayMs: number, run: () => void) => () => void;
  /** 0 to 1. */
  random: () => number;
};

export const systemTimers: Timers = {
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Half to all of `baseMs`, doubled with every failure, up to `maxMs`. */
export function backoffMs({ random }: Timers, failures: number, { baseMs, maxMs }: { baseMs: number; maxMs: number }): number {
  const span = Math.min(maxMs, baseMs * 2 ** Math.min(failures, 20));
  return span / 2 + (span / 2) * random();
}
