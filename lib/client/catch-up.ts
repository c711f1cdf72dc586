import type { IncidentEvent } from '@/lib/core/incident/events';

/** Events that arrived before one they follow, by seq. */
export type Held = ReadonlyMap<number, IncidentEvent>;

export const NONE_HELD: Held = new Map();

export type CaughtUp = {
  /** To be applied now, in seq order, the first being `seq + 1`. */
  next: IncidentEvent[];
  held: Held;
  /** Whether an event in between is missing: fetch what follows the last of `next`. */
  isMissing: boolean;
};

/**
 * Sorts events that came in, in any order and any number of times: what follows is applied, what is known is dropped,
 * what is ahead is held. [S2]
 */
export function catchUp(seq: number, held: Held, incoming: readonly IncidentEvent[]): CaughtUp {
  const waiting = new Map(held);
  for (const event of incoming) if (event.seq > seq) waiting.set(event.seq, event);
  const next: IncidentEvent[] = [];
  for (let event = waiting.get(seq + 1); event; event = waiting.get(event.seq + 1)) {
    waiting.delete(event.seq);
    next.push(event);
  }
  return { next, held: waiting.size > 0 ? waiting : NONE_HELD, isMissing: waiting.size > 0 };
}
