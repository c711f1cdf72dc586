import type { ComponentState } from './component-state';
import type { Phase } from '@/lib/core/incident/state';
import type { MaintenancePhase } from './maintenance-phase';
import type { Impact } from './public-status';

export const STATE_WORDS: Record<ComponentState, string> = {
  operational: 'Operational',
  under_maintenance: 'Under maintenance',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

export const PHASE_WORDS: Record<Phase, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

export const MAINTENANCE_WORDS: Record<MaintenancePhase, string> = {
  scheduled: 'Scheduled',
  in_progress: 'In progress',
  verifying: 'Verifying',
  completed: 'Completed',
  cancelled: 'Cancelled',
};

export const IMPACT_WORDS: Record<Impact, string> = {
  none: 'No impact',
  maintenance: 'Maintenance',
  minor: 'Minor',
  major: 'Major',
  critical: 'Critical',
};

/** A share as people write it: `99.95 %`, and 100 % only where nothing is missing. */
export function shareText(share: number): string {
  const percent = Math.floor(share * 10_000) / 100;
  return `${percent === 100 ? '100' : percent.toFixed(2)} %`;
}
