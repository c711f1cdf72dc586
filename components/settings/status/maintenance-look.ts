import type { Tone } from '@/components/ui/badge';
import type { MaintenancePhase } from '@/lib/core/status/maintenance-phase';

export const PHASE_TONE: Record<MaintenancePhase, Tone> = {
  scheduled: 'accent',
  in_progress: 'maintenance',
  verifying: 'maintenance',
  completed: 'good',
  cancelled: 'neutral',
};

/** What saying a phase does, shown where one is chosen. */
export const PHASE_MEANING: Record<MaintenancePhase, string> = {
  scheduled: 'More about it; nothing begins.',
  in_progress: 'It is under way: its components are under maintenance.',
  verifying: 'Looking whether all is well; it lasts until you say that it is over.',
  completed: 'It is over: its components are operational, unless an incident says otherwise.',
  cancelled: 'It is called off.',
};
