import type { Appliers } from './appliers';
import type { EventType, IncidentEvent } from './events';
import type { IncidentState, Shift } from './state';

// Reading along and asking is not being at it; going off is not either.
const NO_WORK: ReadonlySet<EventType> = new Set(['question.asked', 'shift.ended']);

const withShift = (state: IncidentState, userId: string, shift: Shift): IncidentState => ({
  ...state,
  shifts: { ...state.shifts, [userId]: shift },
});

/** Whoever does something here is at it from then on, until they go off. */
export function onShift(state: IncidentState, event: IncidentEvent): IncidentState {
  const { userId, via } = event.actor;
  if (!userId || via !== 'web' || NO_WORK.has(event.type)) return state;
  const shift = state.shifts[userId];
  if (shift && shift.offAt === null) return state;
  return withShift(state, userId, { since: event.recordedAt, offAt: null });
}

export const applyShift: Appliers<'shift.started' | 'shift.ended'> = {
  'shift.started': (state, event) => withShift(state, event.data.userId, { since: event.at, offAt: null }),
  'shift.ended': (state, event) => {
    const shift = state.shifts[event.data.userId];
    return withShift(state, event.data.userId, { since: shift?.since ?? event.at, offAt: event.at });
  },
};
