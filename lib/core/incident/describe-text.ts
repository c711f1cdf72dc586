import type { EvidenceId, HypothesisId, Instant, QuestionId, TaskId, UpdateId, UserId } from '@/lib/core/ids';
import type { IncidentEvent } from './events';
import type { IncidentState } from './state';

const MINUTE_MS = 60_000;

/** What a sentence about an event needs: names and references as they stand in the state, times in one zone. */
export type Telling = {
  hypothesis: (id: HypothesisId) => string;
  evidence: (id: EvidenceId) => string;
  task: (id: TaskId) => string;
  update: (id: UpdateId) => string;
  question: (id: QuestionId) => string;
  person: (id: UserId) => string;
  time: (at: Instant) => string;
  isActor: (id: UserId | null) => boolean;
  isRedacted: (id: EvidenceId | UpdateId) => boolean;
};

/** `UTC`, or `UTC+02:00` where the offset says so. */
export function zoneName(offsetMin: number): string {
  if (offsetMin === 0) return 'UTC';
  const minutes = Math.abs(offsetMin);
  const two = (number: number) => String(number).padStart(2, '0');
  return `UTC${offsetMin < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** An instant as `2026-11-23 16:05` in a zone `offsetMin` minutes east of UTC. */
export const localTime = (at: Instant, offsetMin: number): string =>
  new Date(Date.parse(at) + offsetMin * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');

export function tellingOf(state: IncidentState, event: IncidentEvent, offsetMin: number): Telling {
  const day = localTime(event.at, offsetMin).slice(0, 10);
  return {
    hypothesis: (id) => state.hypotheses[id]?.ref ?? 'a hypothesis',
    evidence: (id) => state.evidence[id]?.ref ?? 'an evidence',
    task: (id) => state.tasks[id]?.ref ?? 'a task',
    update: (id) => state.updates[id]?.ref ?? 'an update',
    question: (id) => state.questions[id]?.ref ?? 'a question',
    person: (id) => state.people[id] ?? 'somebody',
    time: (at) => `${localTime(at, offsetMin).replace(`${day} `, '')} ${zoneName(offsetMin)}`,
    isActor: (id) => id !== null && id === event.actor.userId,
    isRedacted: (id) => (state.evidence[id as EvidenceId]?.redacted ?? state.updates[id as UpdateId]?.redacted ?? null) !== null,
  };
}

/** `: because`, on one line, or nothing. */
export const colon = (words: string | null): string => (words ? `: ${words.replace(/\s*\n\s*/g, ' / ')}` : '');

/** `E2`, `E2 and E3`, `E2, E3 and E5`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
