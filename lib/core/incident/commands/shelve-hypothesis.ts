import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { alreadyJudged, WasState } from '../verdict';

export const shelveHypothesis = command({
  name: 'hypothesis.shelve',
  title: 'Shelve a hypothesis',
  path: '/hypotheses/{hypothesis}/shelve',
  input: z.strictObject({ hypothesis: HypothesisRef, because: Reason, was: z.optional(WasState) }),
  may: mustBeInRoom,
  decide(incident, input) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const { id, ref, state, stateSetBy } = hypothesis;
    if (state === 'shelved') return conflict(`${ref} was shelved already${byWhom(stateSetBy)}.`, state, stateSetBy);
    const judged = alreadyJudged(hypothesis, input.was);
    if (judged) return judged;
    return ok({ type: 'hypothesis.shelved', data: { hypothesisId: id, because: input.because } });
  },
});
