import type { Audience, Phase } from '@/lib/core/incident/state';
import type { ComponentState } from '@/lib/core/status/component-state';

export const AUDIENCE_WORD: Record<Audience, string> = { team: 'Team', stakeholders: 'Stakeholders', public: 'Public' };

/** `the next update to stakeholders` */
export const AUDIENCE_IN_TEXT: Record<Audience, string> = {
  team: 'the team',
  stakeholders: 'stakeholders',
  public: 'the public',
};

export const PHASE_WORD: Record<Phase, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

export const STATE_WORD: Record<ComponentState, string> = {
  operational: 'Operational',
  under_maintenance: 'Under maintenance',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};
