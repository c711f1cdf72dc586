import { predicateOf } from '@/lib/core/incident/describe';
import type { EventType, IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import { makeBrief } from './brief';
import { BriefWords, type BriefOptions } from './brief-words';
import { PLAIN } from './brief-text';
import { shortWords } from './short-words';

export type Away = {
  /** How many lines came in. */
  count: number;
  /** The few that matter most, in the order in which they happened. */
  lines: { seq: number; author: string; text: string }[];
};

const SHOWN = 5;
const ESSENTIAL_MAX = 220;

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
  'update.posted': 5,
  'postmortem.published': 4,
  'question.answered': 4,
  'task.finished': 4,
  'question.asked': 3,
  'shift.ended': 3,
  'hypothesis.testStarted': 3,
  'hypothesis.proposed': 3,
  'evidence.added': 2,
  'task.added': 2,
  'log.written': 1,
};

// Whoever was never here before is told what the incident is about, not the last notes.
const WEIGHT_FOR_NEWCOMERS = 3;

/**
 * What others did after `seenSeq`, or all of it for who sees the incident for the first time: the five lines that matter
 * most; the later of two that weigh the same.
 */
export function awaySummary(
  incident: IncidentState,
  events: readonly IncidentEvent[],
  seenSeq: number | null,
  meId: string,
): Away {
  const after = seenSeq ?? 0;
  const least = seenSeq === null ? WEIGHT_FOR_NEWCOMERS : 1;
  const fresh = events.filter(({ seq, actor, type }) => seq > after && actor.userId !== meId && WEIGHT[type] !== undefined);
  const lines = fresh
    .filter(({ redacted, type }) => !redacted && (WEIGHT[type] ?? 0) >= least)
    .toSorted((a, b) => (WEIGHT[b.type] ?? 0) - (WEIGHT[a.type] ?? 0) || b.seq - a.seq)
    .slice(0, SHOWN)
    .sort((a, b) => a.seq - b.seq)
    .map((event) => ({ seq: event.seq, author: event.actor.name, text: predicateOf(incident, event).split('\n')[0] ?? '' }));
  return { count: fresh.length, lines };
}

/** The brief in a few lines: how it stands, what is known, what is being done, when the next word comes. */
export const essentialsOf = (incident: IncidentState, options: BriefOptions): string[] =>
  new BriefWords(makeBrief(incident), PLAIN, options).essentials().map((line) => shortWords(line, ESSENTIAL_MAX));
