import * as z from 'zod/mini';
import type { Bearing, Evidence, Hypothesis, IncidentState, Task } from './state';

const refOrId = (letter: string, what: string) =>
  z.string({ error: `Name the ${what}, for example ${letter}1.` }).check(
    z.regex(new RegExp(`^(?:${letter}[1-9]\\d{0,5}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$`, 'i'), {
      error: `Name the ${what} by its reference, for example ${letter}1, or by its id.`,
    }),
  );

export const HypothesisRef = refOrId('H', 'hypothesis');
export const EvidenceRef = refOrId('E', 'evidence');
export const TaskRef = refOrId('T', 'task');

function find<T extends { ref: string }>(all: Record<string, T>, refOrId: string): T | null {
  const wanted = refOrId.toUpperCase();
  const id = refOrId.toLowerCase();
  if (Object.hasOwn(all, id)) return all[id] ?? null;
  return Object.values(all).find((one) => one.ref === wanted) ?? null;
}

export const findHypothesis = (incident: IncidentState, ref: string): Hypothesis | null => find(incident.hypotheses, ref);
export const findEvidence = (incident: IncidentState, ref: string): Evidence | null => find(incident.evidence, ref);
export const findTask = (incident: IncidentState, ref: string): Task | null => find(incident.tasks, ref);

/** The bearings on one hypothesis, of evidence that still stands. */
export function bearingsOn(incident: IncidentState, hypothesis: Pick<Hypothesis, 'id'>): Bearing[] {
  return Object.values(incident.bearings).filter(
    (bearing) => bearing.hypothesisId === hypothesis.id && !incident.evidence[bearing.evidenceId]?.redacted,
  );
}
