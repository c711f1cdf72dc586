import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { bearingsOn, findHypothesis, HypothesisRef } from '../find';
import { mustBeInRoom } from '../permissions';
import { alreadyJudged, WasState } from '../verdict';

export const confirmHypothesis = command({
  name: 'hypothesis.confirm',
  title: 'Confirm a hypothesis',
  path: '/hypotheses/{hypothesis}/confirm',
  input: z.strictObject({ hypothesis: HypothesisRef, because: z._default(z.nullable(Reason), null), was: z.optional(WasState) }),
  may: mustBeInRoom,
  decide(incident, input) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return refuse('not_found', `There is no hypothesis ${input.hypothesis} in this incident.`);
    const judged = alreadyJudged(hypothesis, input.was);
    if (judged) return judged;
    const bearings = bearingsOn(incident, hypothesis);
    const supporting = bearings.filter((bearing) => bearing.value > 0);
    const against = bearings.filter((bearing) => bearing.value === -2);
    if (input.because === null && supporting.length === 0) {
      return refuse('rule', `Nothing supports ${hypothesis.ref} yet. Attach evidence, or say why it is confirmed all the same.`);
    }
    if (input.because === null && against.length > 0) {
      const refs = against.map((bearing) => incident.evidence[bearing.evidenceId]?.ref).join(', ');
      return refuse(
        'rule',
        `${refs} rules ${hypothesis.ref} out. Weigh it again, or say why ${hypothesis.ref} holds all the same.`,
      );
    }
    const evidenceIds = supporting.map((bearing) => bearing.evidenceId);
    return ok({ type: 'hypothesis.confirmed', data: { hypothesisId: hypothesis.id, because: input.because, evidenceIds } });
  },
});
