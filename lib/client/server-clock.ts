import type { Timers } from './timers';

/**
 * The server's time, as far as it is known here: a device's clock may be hours off, and log lines must not be. [R13]
 * `offsetMs` is what to add to the device's clock, null before the first word from the server.
 */
export function createServerClock({ nowMs }: Pick<Timers, 'nowMs'>) {
  let offsetMs: number | null = null;
  const listeners = new Set<(offsetMs: number) => void>();

  function set(next: number): void {
    if (next === offsetMs) return;
    offsetMs = next;
    for (const listener of listeners) listener(next);
  }

  return {
    offsetMs: () => offsetMs,
    nowMs: () => nowMs() + (offsetMs ?? 0),
    /** `serverNow` was said some time between asking and hearing. */
    measure(serverNow: string, askedAtMs: number): void {
      const heardAtMs = nowMs();
      set(Math.round(Date.parse(serverNow) - (askedAtMs + heardAtMs) / 2));
    },
    /** A `Date` header, to the second: good enough while nothing better is known. */
    note(date: string | null): void {
      const serverMs = Date.parse(date ?? '');
      if (offsetMs === null && Number.isFinite(serverMs)) set(serverMs + 500 - nowMs());
    },
    /** Whether this time of the server contradicts what is known here. */
    isDoubtedBy: (serverNow: string, toleranceMs = 5000): boolean =>
      offsetMs === null || Math.abs(Date.parse(serverNow) - nowMs() - offsetMs) > toleranceMs,
    subscribe(listener: (offsetMs: number) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type ServerClock = ReturnType<typeof createServerClock>;
