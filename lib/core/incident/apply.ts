import { applyEvidence } from './apply-evidence';
import { applyHypothesis } from './apply-hypothesis';
import { applyIncident, declared } from './apply-incident';
import { applyLog } from './apply-log';
import { applyShift, onShift } from './apply-shift';
import { applyTask } from './apply-task';
import { applyQuestion, applyUpdate } from './apply-update';
import type { Appliers } from './appliers';
import type { EventType, IncidentEvent } from './events';
import type { IncidentState } from './state';

type LaterType = Exclude<EventType, 'incident.declared'>;

const appliers: Appliers<LaterType> = {
  ...applyIncident,
  ...applyLog,
  ...applyHypothesis,
  ...applyEvidence,
  ...applyTask,
  ...applyUpdate,
  ...applyQuestion,
  ...applyShift,
};

/**
 * Moves the state by one event; never changes what it is given. The first event is `incident.declared`.
 * Throws RangeError where the event does not follow: that is a broken stream, not a refusal.
 */
export function apply(state: IncidentState | null, event: IncidentEvent): IncidentState {
  if (event.type === 'incident.declared') {
    if (state) throw new RangeError(`${state.key} is already declared.`);
    return declared(event);
  }
  if (!state) throw new RangeError(`The first event of an incident must be incident.declared, not ${event.type}.`);
  if (event.seq !== state.seq + 1) throw new RangeError(`Event ${event.seq} does not follow ${state.seq} in ${state.key}.`);
  const applier = appliers[event.type] as (state: IncidentState, event: IncidentEvent) => IncidentState;
  const next = onShift(applier(state, event), event);
  const { userId, name } = event.actor;
  // Whoever only asks takes no part: they are not let in when the incident becomes private.
  const takesPart = userId && event.type !== 'question.asked';
  const people = takesPart && next.people[userId] !== name ? { ...next.people, [userId]: name } : next.people;
  return { ...next, people, seq: event.seq, lastEventAt: event.recordedAt };
}

export function fold(events: Iterable<IncidentEvent>): IncidentState | null {
  let state: IncidentState | null = null;
  for (const event of events) state = apply(state, event);
  return state;
}
