import * as z from 'zod/mini';
import { command, ok, refuse } from '../command';
import { changedFields, isEmpty } from '../changed-fields';
import { byWhom, conflict } from '../conflict';
import { chainOf, findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { PATTERNS } from '../state';
import { ComponentName, Observation, Statement } from './propose-hypothesis';

const optional = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema));

export const reviseHypothesis = command({
  name: 'hypothesis.revise',
  title: 'Revise a hypothesis',
  path: '/hypotheses/{hypothesis}/revise',
  input: z.strictObject({
    hypothesis: HypothesisRef,
    statement: z.optional(Statement),
    because: optional(Observation),
    prediction: optional(Observation),
    refutation: optional(Observation),
    pattern: optional(z.enum(PATTERNS)),
    component: optional(ComponentName),
    parent: optional(HypothesisRef),
  }),
  may: mustBeInRoom,
  decide(incident, { hypothesis: wanted, parent, ...said }) {
    const hypothesis = findHypothesis(incident, wanted);
    if (!hypothesis) return noHypothesis(wanted);
    const { id, ref, state, stateSetBy } = hypothesis;
    const above = typeof parent === 'string' ? findHypothesis(incident, parent) : null;
    if (typeof parent === 'string' && !above) return noHypothesis(parent);
    if (above && chainOf(incident, above).some((one) => one.id === id)) {
      return refuse('invalid', `${above.ref} hangs below ${ref} itself. Choose another parent, or none.`);
    }
    const parentId = parent === undefined ? undefined : (above?.id ?? null);
    const changes = changedFields({ ...said, parentId }, hypothesis);
    if (isEmpty(changes)) return conflict(`${ref} says so already. Change something first.`, hypothesis.statement, null);
    const { pattern: _pattern, component: _component, parentId: _parentId, ...words } = changes;
    if ((state === 'confirmed' || state === 'rejected') && !isEmpty(words)) {
      return refuse('rule', `${ref} was ${state}${byWhom(stateSetBy)} as it is worded. Reopen it with a reason, then reword it.`);
    }
    return ok({ type: 'hypothesis.revised', data: { hypothesisId: id, ...changes } });
  },
});
