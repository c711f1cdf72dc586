import * as z from 'zod/mini';
import type { HypothesisId } from '@/lib/core/ids';
import { line, orNull, prose } from '@/lib/core/text';
import { command, ok } from '../command';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { PATTERNS } from '../state';

export const Statement = line(500);
export const Observation = prose(2000);
export const ComponentName = line(120);

export const proposeHypothesis = command({
  name: 'hypothesis.propose',
  title: 'Propose a hypothesis',
  path: '/hypotheses',
  input: z.strictObject({
    statement: Statement,
    because: orNull(Observation),
    prediction: orNull(Observation),
    refutation: orNull(Observation),
    pattern: orNull(z.enum(PATTERNS)),
    component: orNull(ComponentName),
    parent: orNull(HypothesisRef),
  }),
  may: mustBeInRoom,
  decide(incident, { parent, ...said }, meta) {
    const above = parent === null ? null : findHypothesis(incident, parent);
    if (parent !== null && !above) return noHypothesis(parent);
    const hypothesisId = meta.commandId as string as HypothesisId;
    const ref = `H${incident.counters.H + 1}`;
    return ok({ type: 'hypothesis.proposed', data: { hypothesisId, ref, ...said, parentId: above?.id ?? null } });
  },
});
