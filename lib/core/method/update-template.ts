import type { Instant } from '@/lib/core/ids';
import type { Audience, IncidentState, Phase } from '@/lib/core/incident/state';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import { internalTemplate } from './internal-template';
import { publicTemplate } from './public-template';

type Chosen = {
  audience: Audience;
  phase: Phase | null;
  components: readonly Pick<AffectedComponent, 'name' | 'state'>[];
  nextUpdateAt: Instant | null;
  at: Instant;
};

/**
 * What an update can begin with, filled with the facts of the incident; at most 5,000 characters. For the public it is made
 * from names of affected components and from times alone.
 */
export function updateTemplate(incident: IncidentState, chosen: Chosen): string {
  const { audience, ...facts } = chosen;
  if (audience !== 'public') return internalTemplate(incident, { audience, ...facts });
  return publicTemplate({ ...facts, phase: facts.phase ?? 'investigating', startedAt: incident.startedAt });
}
