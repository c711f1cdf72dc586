/** Where a planned piece of work stands. */
export const MAINTENANCE_PHASES = ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
export type MaintenancePhase = (typeof MAINTENANCE_PHASES)[number];

/** What may be said next: the same again, or a step on. What is over stays over; more can be said about it. */
export const NEXT_PHASES: Record<MaintenancePhase, readonly MaintenancePhase[]> = {
  scheduled: ['scheduled', 'in_progress', 'cancelled'],
  in_progress: ['in_progress', 'verifying', 'completed', 'cancelled'],
  verifying: ['verifying', 'in_progress', 'completed', 'cancelled'],
  completed: ['completed'],
  cancelled: ['cancelled'],
};

/** Whether its components are under maintenance meanwhile. */
export const isUnderWay = ({ phase }: { phase: MaintenancePhase }): boolean => phase === 'in_progress' || phase === 'verifying';

export const isOver = ({ phase }: { phase: MaintenancePhase }): boolean => phase === 'completed' || phase === 'cancelled';
