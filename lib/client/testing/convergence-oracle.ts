import { isDeepStrictEqual } from 'node:util';
import { fold } from '@/lib/core/incident/apply';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { entryOf } from '@/lib/core/incident/ledger';
import type { RoomView } from '../room-view';

/** What the run remembers of what it was promised. */
export type Promises = {
  /** Every command that a person was told is safe, and when they wrote it by the server's clock. */
  written: Map<string, { atMs: number; name: string }>;
  discarded: Set<string>;
  /** By command id: the events that the server answered with. */
  acknowledged: Map<string, IncidentEvent[]>;
  /** By seq: the hash of the event that tabs applied there, and any that differed. */
  applied: Map<number, string | null>;
  contradictions: string[];
};

export const noPromises = (): Promises => ({
  written: new Map(),
  discarded: new Set(),
  acknowledged: new Map(),
  applied: new Map(),
  contradictions: [],
});

export function noteApplied({ applied, contradictions }: Promises, { seq, hash }: IncidentEvent): void {
  const known = applied.get(seq);
  if (known !== undefined && known !== hash) contradictions.push(`two different events ${seq} were applied`);
  applied.set(seq, hash);
}

// What goes within two seconds goes without its time, and a run lets up to three pass before it arrives.
const TIME_SLACK_MS = 5000;

function historyFaults(truth: readonly IncidentEvent[], promises: Promises): string[] {
  const faults: string[] = [];
  truth.forEach(({ seq }, index) => {
    if (seq !== index + 1) faults.push(`the history has ${seq} in place ${index + 1}`);
  });
  const runs = truth.filter(({ commandId }, index) => commandId !== truth[index - 1]?.commandId);
  const seen = new Set<string>();
  for (const { commandId } of runs) {
    if (seen.has(commandId)) faults.push(`command ${commandId} is written twice`);
    seen.add(commandId);
  }
  for (const [id, events] of promises.acknowledged) {
    const kept = truth.filter(({ commandId }) => commandId === id).map(({ seq, hash }) => [seq, hash]);
    const answered = events.map(({ seq, hash }) => [seq, hash]);
    if (!isDeepStrictEqual(kept, answered)) faults.push(`command ${id} was acknowledged with other events than are kept`);
  }
  for (const [seq, hash] of promises.applied) {
    if (truth[seq - 1]?.hash !== hash) faults.push(`event ${seq} was applied and is not in the history`);
  }
  return faults;
}

function timeFaults(truth: readonly IncidentEvent[], { written }: Promises): string[] {
  return truth.flatMap(({ at, commandId, seq }) => {
    const wrote = written.get(commandId);
    if (!wrote || Math.abs(Date.parse(at) - wrote.atMs) <= TIME_SLACK_MS) return [];
    return [`event ${seq} was written at ${new Date(wrote.atMs).toISOString()} and says ${at}`];
  });
}

/** Whether each promise was kept by what the database holds, and what is unsent is still in an outbox. */
export function faultsOf(truth: readonly IncidentEvent[], promises: Promises, unsent: ReadonlySet<string>): string[] {
  const kept = new Set<string>(truth.map(({ commandId }) => commandId));
  const lost = [...promises.written.keys()].filter((id) => !kept.has(id) && !unsent.has(id) && !promises.discarded.has(id));
  return [
    ...promises.contradictions,
    ...historyFaults(truth, promises),
    ...timeFaults(truth, promises),
    ...[...unsent].filter((id) => kept.has(id)).map((id) => `command ${id} is kept and still in an outbox`),
    ...lost.map((id) => `command ${id} (${promises.written.get(id)?.name}) is neither kept nor in an outbox`),
  ];
}

/** Whether one tab shows what the database holds. */
export function viewFaults(
  name: string,
  { confirmed, drawn, events, pendingEvents }: RoomView,
  truth: readonly IncidentEvent[],
): string[] {
  const faults: string[] = [];
  const whole = fold(truth);
  const window = truth.slice(truth.length - events.length);
  if (!isDeepStrictEqual(events, window)) faults.push(`${name} shows other events than the history`);
  if (!whole) return [...faults, 'the history is empty'];
  if (!isDeepStrictEqual({ ...confirmed, entries: null }, { ...whole, entries: null })) {
    faults.push(`${name} holds another state than the history adds up to`);
  }
  for (const { seq } of events) {
    if (!isDeepStrictEqual(entryOf(confirmed.entries, seq), entryOf(whole.entries, seq))) {
      faults.push(`${name} has another entry ${seq} than the history`);
    }
  }
  if (pendingEvents.length === 0 && drawn !== confirmed && !isDeepStrictEqual(drawn, confirmed)) {
    faults.push(`${name} draws something that is neither confirmed nor pending`);
  }
  return faults;
}
