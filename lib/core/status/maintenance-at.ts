import type { Instant } from '@/lib/core/ids';
import type { MaintenancePhase } from './maintenance-phase';
import type { Window } from './state-over-time';
import type { MaintenanceRow } from './status-rows';

type Planned = Pick<MaintenanceRow, 'phase' | 'startsAt' | 'endsAt' | 'updatedAt' | 'updates'>;

// Later than every instant there is.
const OPEN_END = '9999-12-31T23:59:59.999Z';

/** The phase that a maintenance is in: it begins and ends by the clock where nobody says otherwise. */
export function maintenancePhase({ phase, startsAt, endsAt }: Planned, now: Instant): MaintenancePhase {
  if (phase === 'cancelled' || phase === 'completed' || phase === 'verifying') return phase;
  if (now >= endsAt) return 'completed';
  return phase === 'in_progress' || now >= startsAt ? 'in_progress' : 'scheduled';
}

const earlier = (one: Instant, other: Instant) => (one < other ? one : other);

const firstSaid = ({ updates, updatedAt }: Planned, phase: MaintenancePhase): Instant =>
  updates
    .filter((one) => one.phase === phase)
    .map(({ at }) => at)
    .toSorted()[0] ?? updatedAt;

/** While its components count as maintained; null where it was called off. What is being verified lasts until it is said to be over. */
export function maintenanceWindow(planned: Planned): Window | null {
  const { phase, startsAt, endsAt } = planned;
  switch (phase) {
    case 'cancelled':
      return null;
    case 'scheduled':
      return { from: startsAt, to: endsAt };
    case 'in_progress':
      return { from: earlier(startsAt, firstSaid(planned, 'in_progress')), to: endsAt };
    case 'verifying':
      return { from: earlier(startsAt, firstSaid(planned, 'verifying')), to: OPEN_END };
    case 'completed':
      return { from: startsAt, to: earlier(endsAt, firstSaid(planned, 'completed')) };
  }
}
