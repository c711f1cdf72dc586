import * as z from 'zod/mini';
import type { EvidenceId } from '@/lib/core/ids';
import { refuse, type Refusal } from './command';
import { byWhom, conflict } from './conflict';
import type { FactOf } from './events';
import { findEvidence, noEvidence } from './find';
import { EvidenceRef } from './ref-inputs';
import { bearingKey, HYPOTHESIS_STATES, type Hypothesis, type HypothesisState, type IncidentState } from './state';

/** The state that the person saw when deciding. */
export const WasState = z.enum(HYPOTHESIS_STATES);

/** The evidence that a verdict rests on, named with it. */
export const NamedEvidence = z._default(z.array(EvidenceRef).check(z.maxLength(20)), []);

const WORDS: Record<HypothesisState, string> = {
  open: 'was opened',
  testing: 'was taken into testing',
  confirmed: 'was confirmed',
  rejected: 'was rejected',
  shelved: 'was shelved',
};

const REOPEN = 'Reopen it with a reason first.';

/** How it stands and who set it, `H1 was rejected by Bo at 16:05 UTC`. */
const standing = ({ ref, state, stateSetBy }: Hypothesis) => `${ref} ${WORDS[state]}${byWhom(stateSetBy)}`;

/** Nobody decides on what has changed since they looked. */
export function stateMoved(hypothesis: Hypothesis, was: HypothesisState | undefined): Refusal | null {
  if (was === undefined || was === hypothesis.state) return null;
  const message = `${standing(hypothesis)} meanwhile. Look again, then decide.`;
  return conflict(message, hypothesis.state, hypothesis.stateSetBy);
}

/** A verdict stands until it is reopened; and nobody judges what has changed since they looked. */
export function alreadyJudged(hypothesis: Hypothesis, was: HypothesisState | undefined): Refusal | null {
  const { state, stateSetBy } = hypothesis;
  if (state === 'confirmed' || state === 'rejected') return conflict(`${standing(hypothesis)}. ${REOPEN}`, state, stateSetBy);
  return stateMoved(hypothesis, was);
}

/** For work that only a living hypothesis takes. */
export function mustBeAlive(hypothesis: Hypothesis): Refusal | null {
  if (hypothesis.state === 'open' || hypothesis.state === 'testing') return null;
  return refuse('rule', `${standing(hypothesis)}. ${REOPEN}`);
}

type Grounds = { ok: true; evidenceIds: EvidenceId[]; weighed: FactOf<'evidence.weighed'>[] } | Refusal;

/**
 * The evidence named with a verdict: what does not bear on the hypothesis yet is weighed as its ground,
 * what speaks for the opposite is refused.
 */
export function namedGrounds(incident: IncidentState, hypothesis: Hypothesis, refs: readonly string[], value: -2 | 2): Grounds {
  const evidenceIds: EvidenceId[] = [];
  const weighed: FactOf<'evidence.weighed'>[] = [];
  for (const ref of refs) {
    const evidence = findEvidence(incident, ref);
    if (!evidence) return noEvidence(ref);
    if (evidence.redacted) return refuse('rule', `${evidence.ref} was redacted and shows nothing any more. Name other evidence.`);
    const bearing = incident.bearings[bearingKey(evidence.id, hypothesis.id)];
    const sign = (bearing?.value ?? 0) * value;
    if (bearing && sign < 0) {
      const says = bearing.value > 0 ? 'supports' : 'speaks against';
      return refuse('rule', `${evidence.ref} ${says} ${hypothesis.ref}${byWhom(bearing.by)}. Weigh it again first.`);
    }
    if (evidenceIds.includes(evidence.id)) continue;
    evidenceIds.push(evidence.id);
    if (sign > 0) continue;
    const data = { evidenceId: evidence.id, hypothesisId: hypothesis.id, value, note: bearing?.note ?? null };
    weighed.push({ type: 'evidence.weighed', data });
  }
  return { ok: true, evidenceIds, weighed };
}
