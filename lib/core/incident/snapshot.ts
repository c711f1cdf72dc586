import type { IncidentEvent } from './events';
import { entriesOf, withEntry, type Entry } from './ledger';
import {
  bearingKey,
  type Bearing,
  type Evidence,
  type Hypothesis,
  type IncidentState,
  type Question,
  type Task,
  type Update,
} from './state';

type Laid = 'hypotheses' | 'evidence' | 'bearings' | 'tasks' | 'updates' | 'questions' | 'entries' | 'seq';

/** A room at one seq: the incident, its parts as lists, and the latest events. */
export type RoomSnapshot = {
  incident: Omit<IncidentState, Laid>;
  hypotheses: Hypothesis[];
  evidence: Evidence[];
  bearings: Bearing[];
  tasks: Task[];
  updates: Update[];
  questions: Question[];
  /** What notes say now: those of `events`, and every pinned one. */
  entries: Entry[];
  /** The latest events, at most 200, in seq order; earlier ones are fetched in ranges. */
  events: IncidentEvent[];
  seq: number;
  /** Names one life of the database: another one means that history may differ. */
  epoch: string;
};

/** Lays a state out as it travels, with the entries of these events and every pinned one. */
export function packRoom(state: IncidentState, events: readonly IncidentEvent[], epoch: string): RoomSnapshot {
  const { hypotheses, evidence, bearings, tasks, updates, questions, entries, seq, ...incident } = state;
  const seqs = new Set(events.map((event) => event.seq));
  return {
    incident,
    hypotheses: Object.values(hypotheses),
    evidence: Object.values(evidence),
    bearings: Object.values(bearings),
    tasks: Object.values(tasks),
    updates: Object.values(updates),
    questions: Object.values(questions),
    entries: entriesOf(entries).filter((entry) => entry.pinned || seqs.has(entry.seq)),
    events: [...events],
    seq,
    epoch,
  };
}

const byId = <T extends { id: string }>(all: readonly T[]) => Object.fromEntries(all.map((one) => [one.id, one]));

/** The state that a snapshot was made from, with the entries that travelled. */
export function unpackRoom(snapshot: RoomSnapshot): IncidentState {
  const { incident, hypotheses, evidence, bearings, tasks, updates, questions, entries, seq } = snapshot;
  return {
    ...incident,
    hypotheses: byId(hypotheses),
    evidence: byId(evidence),
    bearings: Object.fromEntries(bearings.map((one) => [bearingKey(one.evidenceId, one.hypothesisId), one])),
    tasks: byId(tasks),
    updates: byId(updates),
    questions: byId(questions),
    entries: entries.reduce(withEntry, {}),
    seq,
  };
}
