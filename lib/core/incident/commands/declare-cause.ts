import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { chainOf, findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import type { Act } from '../act';

const actIn = ({ userId, name, at }: Act): Act => ({ userId, name, at });

export const declareCause = command({
  name: 'cause.declare',
  title: 'Declare the root cause',
  path: '/cause',
  input: z.strictObject({
    hypothesis: HypothesisRef,
    /** Answers "why could that happen?"; "this is the place we can change" is an answer. */
    why: Reason,
  }),
  may: mustBeInRoom,
  decide(incident, input) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const { id, ref, state } = hypothesis;
    if (state !== 'confirmed') {
      return refuse('rule', `${ref} is not confirmed. Confirm it with evidence or a reason, then declare it the root cause.`);
    }
    const { rootCause } = incident;
    const present = rootCause ? incident.hypotheses[rootCause.hypothesisId] : null;
    if (rootCause?.hypothesisId === id && rootCause.why === input.why) {
      return conflict(`${ref} was declared the root cause already${byWhom(rootCause)}.`, ref, actIn(rootCause));
    }
    // Digging deeper moves the cause down its own chain; another chain contradicts what was declared.
    if (rootCause && present && !chainOf(incident, hypothesis).some((one) => one.id === present.id)) {
      const message = `${present.ref} was declared the root cause${byWhom(rootCause)}. Withdraw it with a reason first.`;
      return conflict(message, present.ref, actIn(rootCause));
    }
    return ok({ type: 'cause.declared', data: { hypothesisId: id, why: input.why } });
  },
});
