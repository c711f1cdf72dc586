import type { Instant, UserId } from '@/lib/core/ids';
import { tellIncident } from './describe-incident-events';
import { tellEvidence, tellHypothesis, tellTask, type Tellers } from './describe-method';
import { tellQuestion, tellShift, tellUpdate } from './describe-outside';
import { colon, tellingOf, type Telling } from './describe-text';
import type { EventData, EventType, IncidentEvent } from './events';
import { entryOf, type Entry } from './ledger';
import type { IncidentState } from './state';

export const LINE_KINDS = [
  'note',
  'hypothesis',
  'cause',
  'evidence',
  'task',
  'update',
  'question',
  'severity',
  'status',
  'role',
  'access',
  'incident',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const KINDS: Record<EventType, LineKind> = {
  'incident.declared': 'incident',
  'incident.described': 'incident',
  'incident.severityChanged': 'severity',
  'incident.statusChanged': 'status',
  'incident.restricted': 'access',
  'incident.accessGranted': 'access',
  'incident.accessRevoked': 'access',
  'role.assigned': 'role',
  'role.released': 'role',
  'command.taken': 'role',
  'command.handOverOffered': 'role',
  'command.accepted': 'role',
  'log.written': 'note',
  'log.revised': 'note',
  'log.pinned': 'note',
  'log.redacted': 'note',
  'hypothesis.proposed': 'hypothesis',
  'hypothesis.revised': 'hypothesis',
  'hypothesis.assigned': 'hypothesis',
  'hypothesis.testStarted': 'hypothesis',
  'hypothesis.confirmed': 'hypothesis',
  'hypothesis.rejected': 'hypothesis',
  'hypothesis.shelved': 'hypothesis',
  'hypothesis.reopened': 'hypothesis',
  'cause.declared': 'cause',
  'cause.withdrawn': 'cause',
  'evidence.added': 'evidence',
  'evidence.retitled': 'evidence',
  'evidence.weighed': 'evidence',
  'evidence.redacted': 'evidence',
  'task.added': 'task',
  'task.assigned': 'task',
  'task.finished': 'task',
  'task.dropped': 'task',
  'update.posted': 'update',
  'update.corrected': 'update',
  'update.redacted': 'update',
  'update.promised': 'update',
  'update.snoozed': 'update',
  'postmortem.published': 'update',
  'question.asked': 'question',
  'question.answered': 'question',
  'shift.started': 'role',
  'shift.ended': 'role',
};

/** What kind of line an event makes in the log. */
export const kindOf = (event: Pick<IncidentEvent, 'type'>): LineKind => KINDS[event.type];

const tellLog: Tellers<Extract<EventType, `log.${string}`>> = {
  'log.written': ({ text }) => text,
  'log.revised': ({ entrySeq, text, at }, tell) => {
    const moved = at ? `moved #${entrySeq} to ${tell.time(at)}` : '';
    if (text === null) return moved;
    return moved ? `reworded #${entrySeq} and ${moved.replace(`#${entrySeq}`, 'it')}` : `reworded #${entrySeq}`;
  },
  'log.pinned': ({ entrySeq, pinned }) => `${pinned ? 'pinned' : 'unpinned'} #${entrySeq}`,
  'log.redacted': ({ entrySeq, because }) => `redacted #${entrySeq}${colon(because)}`,
};

const tellers: Tellers<EventType> = {
  ...tellIncident,
  ...tellLog,
  ...tellHypothesis,
  ...tellEvidence,
  ...tellTask,
  ...tellUpdate,
  ...tellQuestion,
  ...tellShift,
};

/** What was done, without who did it: `rejected H1: Postgres answers (E2 speaks against it)`; of a note, its text. */
export function predicateOf(state: IncidentState, event: IncidentEvent, offsetMin = 0): string {
  const teller = tellers[event.type] as (data: EventData[EventType], tell: Telling) => string;
  return teller(event.data, tellingOf(state, event, offsetMin));
}

const tombstone = ({ name, because }: { name: string; because: string }) => `[redacted by ${name}${colon(because)}]`;

function noteText(state: IncidentState, event: IncidentEvent): string {
  const entry = entryOf(state.entries, event.seq);
  if (entry?.redacted) return tombstone(entry.redacted);
  if (event.redacted) return '[redacted]';
  return entry?.text ?? (event.type === 'log.written' ? event.data.text : '');
}

/** An event as one line of plain text, with who did it; a note as it reads now, without its author. */
export function describe(state: IncidentState, event: IncidentEvent, offsetMin = 0): string {
  if (event.type === 'log.written') return noteText(state, event);
  return `${event.actor.name} ${predicateOf(state, event, offsetMin)}`;
}

export type LogLine = {
  seq: number;
  at: Instant;
  kind: LineKind;
  authorId: UserId | null;
  author: string;
  text: string;
  pinned: boolean;
  redacted: boolean;
  /** How often a note was reworded or re-timed. */
  revisions: number;
};

function lineOf(state: IncidentState, event: IncidentEvent, offsetMin: number): LogLine {
  const entry: Entry | null = entryOf(state.entries, event.seq);
  const isRedacted = Boolean(event.redacted) || (entry?.redacted ?? null) !== null;
  return {
    seq: event.seq,
    at: entry?.at ?? event.at,
    kind: kindOf(event),
    authorId: event.actor.userId,
    author: event.actor.name,
    text: describe(state, event, offsetMin),
    pinned: entry?.pinned ?? false,
    redacted: isRedacted,
    revisions: entry?.revisions.length ?? 0,
  };
}

// These show on the line that they change.
const SILENT: ReadonlySet<EventType> = new Set(['log.revised', 'log.pinned', 'log.redacted']);

/** The log as it reads now: a line an event, ordered by when it happened and then by seq. */
export function logLines(state: IncidentState, events: readonly IncidentEvent[], offsetMin = 0): LogLine[] {
  const lines = events.filter((event) => !SILENT.has(event.type)).map((event) => lineOf(state, event, offsetMin));
  return lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}
