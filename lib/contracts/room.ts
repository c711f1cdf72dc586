import type { UserId } from '@/lib/core/ids';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Entry } from '@/lib/core/incident/ledger';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import type { GlobalRole, IncidentState, Severity, Status } from '@/lib/core/incident/state';

export type { RoomSnapshot };

/** Events after `after`, in seq order; `head` is the last seq there is. */
export type EventRange = { events: IncidentEvent[]; head: number; epoch: string };

/** Earlier events, in seq order, with what their notes said when the incident was at `seq`. */
export type EarlierEvents = { events: IncidentEvent[]; entries: Entry[]; seq: number };

export type CommandAnswer = { events: IncidentEvent[]; seq: number };

export type PersonHere = {
  userId: UserId;
  name: string;
  role: GlobalRole;
  /** What they look at: a hypothesis id, with what they are about to do with it (`id:confirm`), an evidence id, or null. */
  focus: string | null;
  /** Where they write just now: `log`, a hypothesis id, or null. */
  typing: string | null;
};

export type IncidentSummary = Pick<
  IncidentState,
  | 'id'
  | 'key'
  | 'title'
  | 'severity'
  | 'status'
  | 'services'
  | 'startedAt'
  | 'declaredAt'
  | 'resolvedAt'
  | 'isPrivate'
  | 'isPractice'
  | 'nextUpdateAt'
> & {
  commander: { userId: string; name: string } | null;
  /** The hypothesis that people work on: the root cause, else a confirmed one, else one being tested, else the first open one. */
  leadingHypothesis: { ref: string; statement: string; state: string } | null;
  lastEventAt: string;
};

/** A room made from a recording, to look around in. */
export type PracticeRoom = Pick<IncidentState, 'key' | 'title'>;

export type IncidentPage = { incidents: IncidentSummary[]; nextCursor: string | null };

/** What turned in an incident. A hypothesis reads as it does now. */
export type TurnFact =
  | { what: 'declared'; severity: Severity }
  | { what: 'severity'; from: Severity; to: Severity }
  | { what: 'status'; from: Status; to: Status }
  | { what: 'confirmed' | 'rejected' | 'cause'; ref: string; statement: string };

/** A turn of an incident, with its line in the log. */
export type Turn = Pick<IncidentState, 'key' | 'title' | 'isPrivate'> & { seq: number; at: string; by: string; fact: TurnFact };
