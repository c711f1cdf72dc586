import type { EventOf, IncidentEvent } from '@/lib/core/incident/events';
import { mentionedIn } from '@/lib/core/incident/line-tokens';
import type { Nameable } from '@/lib/core/incident/named-at';
import { canSee } from '@/lib/core/incident/permissions';
import type { GlobalRole, IncidentState } from '@/lib/core/incident/state';
import type { UserId } from '@/lib/core/ids';
import type { Notice, NoticeKind } from './notice';

/** Somebody with an active account. */
export type Reachable = Nameable & { userId: UserId; role: GlobalRole };

type Told = { userId: UserId | null; kind: NoticeKind; ref?: string | null; what?: string };

// What is written down long after it happened is history, and calls nobody.
const HISTORY_MS = 60 * 60_000;

/** Who speaks for the incident: whoever has the comms role, else the commander. */
export function speakersOf(state: IncidentState): UserId[] {
  const comms = Object.entries(state.roles).filter(([, roles]) => roles.includes('comms'));
  if (comms.length > 0) return comms.map(([userId]) => userId as UserId);
  return state.commanderId === null ? [] : [state.commanderId];
}

function ruledOut(state: IncidentState, { data }: EventOf<'evidence.weighed'>): Told[] {
  const hypothesis = state.hypotheses[data.hypothesisId];
  if (data.value !== -2 || !hypothesis || hypothesis.state === 'rejected') return [];
  const userId = hypothesis.ownerId ?? hypothesis.proposedBy.userId;
  return [{ userId, kind: 'ruled-out', ref: hypothesis.ref, what: state.evidence[data.evidenceId]?.ref }];
}

/** Whom an event concerns by what it does, as opposed to by name in its words. */
function concerned(state: IncidentState, event: IncidentEvent): Told[] {
  switch (event.type) {
    case 'hypothesis.assigned':
    case 'hypothesis.testStarted': {
      const { hypothesisId, ownerId } = event.data;
      return [{ userId: ownerId, kind: 'hypothesis-given', ref: state.hypotheses[hypothesisId]?.ref }];
    }
    case 'task.added':
    case 'task.assigned':
      return [{ userId: event.data.ownerId, kind: 'task-given', ref: state.tasks[event.data.taskId]?.ref }];
    case 'role.assigned':
      return [{ userId: event.data.userId, kind: 'role-given', what: event.data.role }];
    case 'command.handOverOffered':
      return [{ userId: event.data.toId, kind: 'hand-over' }];
    case 'command.taken':
      return [{ userId: event.data.fromId, kind: 'command-taken' }];
    case 'question.asked':
      return speakersOf(state).map((userId) => ({ userId, kind: 'question', ref: event.data.ref }));
    case 'evidence.weighed':
      return ruledOut(state, event);
    default:
      return [];
  }
}

/** The words in which somebody may be mentioned; null where there are none. */
function wordsOf(event: IncidentEvent): string | null {
  if (event.redacted || (event.type !== 'log.written' && event.type !== 'log.revised')) return null;
  if (Date.parse(event.recordedAt) - Date.parse(event.at) > HISTORY_MS) return null;
  return event.data.text;
}

/** A line that is revised mentions nobody twice. */
const lineOf = (event: IncidentEvent): number => ('entrySeq' in event.data ? event.data.entrySeq : event.seq);

/** Whether anybody may have to be told of this event: cheap, and asked within its transaction. */
export function mayConcern(state: IncidentState, event: IncidentEvent): boolean {
  if (state.isPractice) return false;
  if (wordsOf(event)?.includes('@')) return true;
  return concerned(state, event).some(({ userId }) => userId !== null && userId !== event.actor.userId);
}

/**
 * Who should know of an event, of `people` everybody with an active account. `state` is the incident after it. Never whoever
 * did it, nobody who may not see the incident, each at most once per kind; nobody at all in a practice room.
 */
export function noticesOf(state: IncidentState, event: IncidentEvent, people: readonly Reachable[]): Notice[] {
  if (state.isPractice) return [];
  const words = wordsOf(event);
  const mentioned = words === null ? [] : mentionedIn(words, people);
  const told: Told[] = [
    ...mentioned.map((userId): Told => ({ userId: userId as UserId, kind: 'mentioned' })),
    ...concerned(state, event),
  ];
  const reachable = new Map(people.map((one) => [one.userId, one]));
  const notices = new Map<string, Notice>();
  for (const { userId, kind, ref = null, what = null } of told) {
    const person = userId === null ? undefined : reachable.get(userId);
    if (!person || person.userId === event.actor.userId || !canSee(state, person)) continue;
    const line = lineOf(event);
    const dedupKey = `${kind}:${state.id}:${line}:${person.userId}`;
    const known = { userId: person.userId, kind, incidentId: state.id, seq: line, at: event.recordedAt };
    if (!notices.has(dedupKey)) notices.set(dedupKey, { ...known, by: event.actor.name, ref, what, dedupKey });
  }
  return [...notices.values()];
}
