import * as z from 'zod/mini';
import { command, ok } from '../command';
import { clock, conflict } from '../conflict';
import { findHypothesis, HypothesisRef, noHypothesis } from '../find';
import { findWorker, refusedOwner } from '../owner';
import { mustBeInRoom } from '../permissions';
import { minutesAfter, timeBox, timeBoxFields } from '../time-box';
import { mustBeAlive, stateMoved, WasState } from '../verdict';

/** Long enough for one check, short enough to ask again. */
const TEST_MINUTES = 15;

export const startTest = command({
  name: 'hypothesis.start-test',
  title: 'Start testing a hypothesis',
  path: '/hypotheses/{hypothesis}/start-test',
  input: z.strictObject({ hypothesis: HypothesisRef, ...timeBoxFields, was: z.optional(WasState) }),
  may: mustBeInRoom,
  decide(incident, input, meta) {
    const hypothesis = findHypothesis(incident, input.hypothesis);
    if (!hypothesis) return noHypothesis(input.hypothesis);
    const { id: hypothesisId, ref, state, stateSetBy, ownerName, testBy: until } = hypothesis;
    const refused = stateMoved(hypothesis, input.was) ?? mustBeAlive(hypothesis);
    if (refused) return refused;
    if (state === 'testing') {
      const end = until ? ` until ${clock(until)}` : '';
      const message = `${ownerName} is testing ${ref}${end}. For more time, assign it again with a time-box.`;
      return conflict(message, state, stateSetBy);
    }
    const ownerId = hypothesis.ownerId ?? meta.actor.userId;
    const isOthers = refusedOwner(incident, meta.actor, hypothesis, meta.actor.userId);
    if (isOthers) return isOthers;
    const found = findWorker(incident, meta, ownerId);
    if (!found.ok) return found;
    const box = timeBox(input, meta);
    if (!box.ok) return box;
    const kept = until !== null && until > meta.at ? until : null;
    const testBy = box.testBy ?? kept ?? minutesAfter(meta.at, TEST_MINUTES);
    return ok({ type: 'hypothesis.testStarted', data: { hypothesisId, ownerId, ownerName: found.person.name, testBy } });
  },
});
