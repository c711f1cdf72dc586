import * as z from 'zod/mini';
import { orNull, Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { bearingsOn, findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { alreadyJudged, namedGrounds, NamedEvidence, WasState } from '../verdict';

export const rejectHypothesis = command({
  name: 'hypothesis.reject',
  title: 'Reject a hypothesis',
  path: '/hypotheses/{hypothesis}/reject',
  input: z.strictObject({
    hypothesis: HypothesisRef,
    because: orNull(Reason),
    evidence: NamedEvidence,
    was: z.optional(WasState),
  }),
  may: mustBeInRoom,
  decide(incident, input) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const judged = alreadyJudged(hypothesis, input.was);
    if (judged) return judged;
    const grounds = namedGrounds(incident, hypothesis, input.evidence, -2);
    if (!grounds.ok) return grounds;
    const against = bearingsOn(incident, hypothesis).filter((bearing) => bearing.value < 0);
    const evidenceIds = [...new Set([...grounds.evidenceIds, ...against.map((bearing) => bearing.evidenceId)])];
    if (input.because === null && evidenceIds.length === 0) {
      return refuse('rule', `Nothing speaks against ${hypothesis.ref} yet. Attach evidence, or say why you let it go.`);
    }
    const data = { hypothesisId: hypothesis.id, because: input.because, evidenceIds };
    return ok(...grounds.weighed, { type: 'hypothesis.rejected', data });
  },
});
