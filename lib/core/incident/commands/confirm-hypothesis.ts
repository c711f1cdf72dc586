import * as z from 'zod/mini';
import { orNull, Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { bearingsOn, findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { alreadyJudged, namedGrounds, NamedEvidence, WasState } from '../verdict';

export const confirmHypothesis = command({
  name: 'hypothesis.confirm',
  title: 'Confirm a hypothesis',
  path: '/hypotheses/{hypothesis}/confirm',
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
    const grounds = namedGrounds(incident, hypothesis, input.evidence, 2);
    if (!grounds.ok) return grounds;
    const bearings = bearingsOn(incident, hypothesis);
    const supporting = bearings.filter((bearing) => bearing.value > 0).map((bearing) => bearing.evidenceId);
    const evidenceIds = [...new Set([...grounds.evidenceIds, ...supporting])];
    if (input.because === null && evidenceIds.length === 0) {
      return refuse('rule', `Nothing supports ${hypothesis.ref} yet. Attach evidence, or say why it is confirmed all the same.`);
    }
    const against = bearings.filter((bearing) => bearing.value === -2);
    if (input.because === null && against.length > 0) {
      const refs = against.map((bearing) => incident.evidence[bearing.evidenceId]?.ref).join(', ');
      return refuse(
        'rule',
        `${refs} rules ${hypothesis.ref} out. Weigh it again, or say why ${hypothesis.ref} holds all the same.`,
      );
    }
    const data = { hypothesisId: hypothesis.id, because: input.because, evidenceIds };
    return ok(...grounds.weighed, { type: 'hypothesis.confirmed', data });
  },
});
