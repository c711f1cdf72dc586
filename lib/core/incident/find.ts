import { refuse, type Refusal } from './command';
import type { Bearing, Evidence, Hypothesis, IncidentState, Question, Task, Update } from './state';

function find<T extends { ref: string }>(all: Record<string, T>, refOrId: string): T | null {
  const wanted = refOrId.toUpperCase();
  const id = refOrId.toLowerCase();
  if (Object.hasOwn(all, id)) return all[id] ?? null;
  return Object.values(all).find((one) => one.ref === wanted) ?? null;
}

export const findHypothesis = (incident: IncidentState, ref: string): Hypothesis | null => find(incident.hypotheses, ref);
export const findEvidence = (incident: IncidentState, ref: string): Evidence | null => find(incident.evidence, ref);
export const findTask = (incident: IncidentState, ref: string): Task | null => find(incident.tasks, ref);

export const findUpdate = (incident: IncidentState, ref: string): Update | null => find(incident.updates, ref);
export const findQuestion = (incident: IncidentState, ref: string): Question | null => find(incident.questions, ref);

export const noHypothesis = (ref: string): Refusal => refuse('not_found', `There is no hypothesis ${ref} in this incident.`);
export const noEvidence = (ref: string): Refusal => refuse('not_found', `There is no evidence ${ref} in this incident.`);
export const noTask = (ref: string): Refusal => refuse('not_found', `There is no task ${ref} in this incident.`);
export const noUpdate = (ref: string): Refusal => refuse('not_found', `There is no update ${ref} in this incident.`);
export const noQuestion = (ref: string): Refusal => refuse('not_found', `There is no question ${ref} in this incident.`);

export const noEntry = (seq: number): Refusal => refuse('not_found', `There is no log line #${seq} in this incident.`);

/** A hypothesis and everything above it, from itself up to the first one. */
export function chainOf(incident: IncidentState, hypothesis: Hypothesis): Hypothesis[] {
  const chain: Hypothesis[] = [];
  let above: Hypothesis | null = hypothesis;
  while (above && !chain.includes(above)) {
    chain.push(above);
    above = above.parentId ? (incident.hypotheses[above.parentId] ?? null) : null;
  }
  return chain;
}

/** The bearings on one hypothesis, of evidence that still stands. */
export function bearingsOn(incident: IncidentState, hypothesis: Pick<Hypothesis, 'id'>): Bearing[] {
  return Object.values(incident.bearings).filter(
    (bearing) => bearing.hypothesisId === hypothesis.id && !incident.evidence[bearing.evidenceId]?.redacted,
  );
}
