import * as z from 'zod/mini';
import { command, ok, type Meta } from '../command';
import { clock, conflict } from '../conflict';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { findWorker, refusedObserver, refusedOwner } from '../owner';
import { mustBeInRoom } from '../permissions';
import type { Hypothesis, IncidentState } from '../state';
import { minutesAfter, timeBox, timeBoxFields } from '../time-box';
import { mustBeAlive, stateMoved, WasState } from '../verdict';

/** Long enough for one check, short enough to ask again. */
const TEST_MINUTES = 15;

/**
 * Whoever has it keeps it, also where the commander starts the test; else it is taken by who starts. The owner is not named
 * in the command and so may be nobody that we were told of: then what the incident knows decides.
 */
function startedFor(incident: IncidentState, meta: Meta, { ownerId, ownerName }: Hypothesis) {
  const userId = ownerId ?? meta.actor.userId;
  if (userId === meta.actor.userId || meta.person(userId)) {
    const found = findWorker(incident, meta, userId);
    return found.ok ? { ok: true as const, userId, name: found.person.name } : found;
  }
  const name = ownerName ?? 'Somebody';
  return refusedObserver(incident, userId, name) ?? { ok: true as const, userId, name };
}

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
    const isOthers = refusedOwner(incident, meta.actor, hypothesis, meta.actor.userId);
    if (isOthers) return isOthers;
    const owner = startedFor(incident, meta, hypothesis);
    if (!owner.ok) return owner;
    const box = timeBox(input, meta);
    if (!box.ok) return box;
    const kept = until !== null && until > meta.at ? until : null;
    const testBy = box.testBy ?? kept ?? minutesAfter(meta.at, TEST_MINUTES);
    return ok({ type: 'hypothesis.testStarted', data: { hypothesisId, ownerId: owner.userId, ownerName: owner.name, testBy } });
  },
});
