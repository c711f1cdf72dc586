import type { Timers } from './timers';

/** What the server's time minus the device's may be, by what was heard so far. */
type Span = { fromMs: number; toMs: number };

/** Good enough to say when something was written. */
const PRECISE_MS = 2000;
/** A message that took longer than this on its way is not likely; a clock that was set is. */
const SLOW_MESSAGE_MS = 20_000;
const SLACK_MS = 1000;

const middle = ({ fromMs, toMs }: Span) => (fromMs <= 0 && toMs >= 0 ? 0 : Math.round((fromMs + toMs) / 2));

/**
 * The server's time, as far as it is known here: a device's clock may be hours off, and log lines must not be. [R13]
 * Every answer says that the server's time lay between asking and hearing; what contradicts none of them is believed, and
 * a device whose clock may be right is taken to be right.
 */
export function createServerClock({ nowMs }: Pick<Timers, 'nowMs'>) {
  let span: Span | null = null;
  const listeners = new Set<(offsetMs: number) => void>();

  function narrow(heard: Span): void {
    const before = span && middle(span);
    const common = span && { fromMs: Math.max(span.fromMs, heard.fromMs), toMs: Math.min(span.toMs, heard.toMs) };
    // Nothing in common: the clock of the device, or of the server, was set meanwhile.
    span = common && common.fromMs <= common.toMs ? common : heard;
    const after = middle(span);
    if (after !== before) for (const listener of listeners) listener(after);
  }

  return {
    /** What to add to the device's clock; null before the first word from the server. */
    offsetMs: () => span && middle(span),
    /** The same, where it is known to about a second. */
    preciseOffsetMs: () => (span && span.toMs - span.fromMs <= PRECISE_MS ? middle(span) : null),
    /** The server said `serverNow`, correct to `stepMs`, some time between being asked and now. */
    measure(serverNow: string, askedAtMs: number, stepMs = 0): void {
      const serverMs = Date.parse(serverNow);
      if (!Number.isFinite(serverMs)) return;
      narrow({ fromMs: serverMs - nowMs(), toMs: serverMs + stepMs - Math.min(askedAtMs, nowMs()) });
    },
    /** Whether this time, said by the server on its own account, cannot be right by what is known here. */
    isDoubtedBy(serverNow: string): boolean {
      if (!span) return true;
      const offsetMs = Date.parse(serverNow) - nowMs();
      return offsetMs > span.toMs + SLACK_MS || offsetMs < span.fromMs - SLOW_MESSAGE_MS;
    },
    subscribe(listener: (offsetMs: number) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type ServerClock = ReturnType<typeof createServerClock>;
