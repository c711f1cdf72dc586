import { predicateOf } from '@/lib/core/incident/describe';
import type { EventType, IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';

export type Away = {
  /** How many lines came in. */
  count: number;
  /** The few that matter most, in the order in which they happened. */
  lines: { seq: number; author: string; text: string }[];
};

const SHOWN = 5;

// What somebody who comes back wants to know first.
const WEIGHT: Partial<Record<EventType, number>> = {
  'cause.declared': 9,
  'cause.withdrawn': 9,
  'incident.statusChanged': 8,
  'incident.severityChanged': 7,
  'command.taken': 6,
  'command.accepted': 6,
  'hypothesis.confirmed': 6,
  'hypothesis.rejected': 5,
  'task.finished': 4,
  'hypothesis.testStarted': 3,
  'hypothesis.proposed': 3,
  'evidence.added': 2,
  'task.added': 2,
  'log.written': 1,
};

/** What others did after `seenSeq`: the five lines that matter most; the later of two that weigh the same. */
export function awaySummary(incident: IncidentState, events: readonly IncidentEvent[], seenSeq: number, meId: string): Away {
  const fresh = events.filter(({ seq, actor, type }) => seq > seenSeq && actor.userId !== meId && WEIGHT[type] !== undefined);
  const lines = fresh
    .filter(({ redacted }) => !redacted)
    .toSorted((a, b) => (WEIGHT[b.type] ?? 0) - (WEIGHT[a.type] ?? 0) || b.seq - a.seq)
    .slice(0, SHOWN)
    .sort((a, b) => a.seq - b.seq)
    .map((event) => ({ seq: event.seq, author: event.actor.name, text: predicateOf(incident, event).split('\n')[0] ?? '' }));
  return { count: fresh.length, lines };
}
