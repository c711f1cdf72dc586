import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { command, ok } from '../command';
import { conflict } from '../conflict';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { findWorker, ownerMoved, refusedOwner } from '../owner';
import { mustBeInRoom } from '../permissions';
import { timeBox, timeBoxFields } from '../time-box';
import { mustBeAlive } from '../verdict';

export const assignHypothesis = command({
  name: 'hypothesis.assign',
  title: 'Assign a hypothesis',
  path: '/hypotheses/{hypothesis}/assign',
  input: z.strictObject({
    hypothesis: HypothesisRef,
    /** Null gives it back to everybody. */
    userId: z.nullable(UserId),
    ...timeBoxFields,
    /** The owner that the person saw. */
    was: z.optional(z.nullable(UserId)),
  }),
  may: mustBeInRoom,
  decide(incident, input, meta) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const { id: hypothesisId, ref, ownerId } = hypothesis;
    const dead = mustBeAlive(hypothesis);
    if (dead) return dead;
    const refused = ownerMoved(hypothesis, input.was) ?? refusedOwner(incident, meta.actor, hypothesis, input.userId);
    if (refused) return refused;
    const box = timeBox(input, meta);
    if (!box.ok) return box;
    if (input.userId === null) {
      if (ownerId === null) return conflict(`Nobody has ${ref}: there is no one to release it from.`, null, null);
      return ok({ type: 'hypothesis.assigned', data: { hypothesisId, ownerId: null, ownerName: null, testBy: null } });
    }
    const found = findWorker(incident, meta, input.userId);
    if (!found.ok) return found;
    const { userId, name } = found.person;
    // Without a new time-box the running one stays.
    const testBy = box.testBy ?? hypothesis.testBy;
    if (ownerId === userId && testBy === hypothesis.testBy) {
      return conflict(`${name} has ${ref} already. Give a time-box to allow more time.`, { userId, name }, null);
    }
    return ok({ type: 'hypothesis.assigned', data: { hypothesisId, ownerId: userId, ownerName: name, testBy } });
  },
});
