import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import type { Fact } from '../events';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { stateMoved, WasState } from '../verdict';

export const reopenHypothesis = command({
  name: 'hypothesis.reopen',
  title: 'Reopen a hypothesis',
  path: '/hypotheses/{hypothesis}/reopen',
  input: z.strictObject({ hypothesis: HypothesisRef, because: Reason, was: z.optional(WasState) }),
  may: mustBeInRoom,
  decide(incident, input) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const { id, ref, state, stateSetBy } = hypothesis;
    if (state === 'open' || state === 'testing') {
      return conflict(`${ref} is open already${byWhom(stateSetBy)}.`, state, stateSetBy);
    }
    const moved = stateMoved(hypothesis, input.was);
    if (moved) return moved;
    const data = { hypothesisId: id, because: input.because };
    // A root cause is a confirmed hypothesis: it cannot stay one while it is open.
    const withdrawn: Fact[] = incident.rootCause?.hypothesisId === id ? [{ type: 'cause.withdrawn', data }] : [];
    return ok(...withdrawn, { type: 'hypothesis.reopened', data });
  },
});
