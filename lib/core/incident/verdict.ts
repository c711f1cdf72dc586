import * as z from 'zod/mini';
import { refuse, type Refusal } from './command';
import { HYPOTHESIS_STATES, type Hypothesis, type HypothesisState } from './state';

/** The state that the person saw when deciding. */
export const WasState = z.enum(HYPOTHESIS_STATES);

const WORDS: Record<HypothesisState, string> = {
  open: 'is open',
  testing: 'is being tested',
  confirmed: 'was confirmed',
  rejected: 'was rejected',
  shelved: 'was shelved',
};

/** A verdict stands until it is reopened; and nobody judges what has changed since they looked. */
export function alreadyJudged(hypothesis: Hypothesis, was: HypothesisState | undefined): Refusal | null {
  const { ref, state, verdict } = hypothesis;
  const present = { state, verdict, ownerId: hypothesis.ownerId };
  const by = verdict ? ` by ${verdict.name}` : '';
  if (state === 'confirmed' || state === 'rejected') {
    return refuse('conflict', `${ref} ${WORDS[state]}${by}. Reopen it with a reason first.`, present);
  }
  if (was !== undefined && was !== state) {
    return refuse('conflict', `${ref} ${WORDS[state]}${by} meanwhile. Look again, then decide.`, present);
  }
  return null;
}
