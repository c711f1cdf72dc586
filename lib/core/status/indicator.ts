import type { ComponentState } from './component-state';
import { IMPACTS, type Impact, type PublicComponent, type PublicIncident } from './public-status';

const IMPACT_OF: Record<ComponentState, Impact> = {
  operational: 'none',
  under_maintenance: 'maintenance',
  degraded_performance: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
};

/** The impact that components in these states add up to: that of the worst. */
export function impactOf(states: readonly ComponentState[]): Impact {
  const ranks = states.map((state) => IMPACTS.indexOf(IMPACT_OF[state]));
  return IMPACTS[Math.max(0, ...ranks)] ?? 'none';
}

const SENTENCES: Record<Impact, string> = {
  none: 'All systems operational',
  maintenance: 'Maintenance under way',
  minor: 'Degraded performance',
  major: 'Partial outage',
  critical: 'Major outage',
};

type Component = Pick<PublicComponent, 'name' | 'state'>;

function namesOf(components: readonly Component[], total: number): string {
  const [first, second, ...rest] = components.map(({ name }) => name);
  if (components.length === total && total > 1) return ' of all systems';
  if (rest.length > 0) return `: ${first}, ${second} and ${rest.length} more`;
  return `: ${[first, second].filter(Boolean).join(' and ')}`;
}

/** How everything is, in one word and one sentence: as the worst component, and not fine while an incident runs. */
export function indicatorOf(
  components: readonly Component[],
  running: readonly Pick<PublicIncident, 'impact'>[],
): { indicator: Impact; sentence: string } {
  const indicator = impactOf(components.map(({ state }) => state));
  const isQuiet = indicator === 'none' || indicator === 'maintenance';
  if (isQuiet && running.length > 0) return { indicator: 'minor', sentence: 'An incident is being worked on' };
  if (indicator === 'none') return { indicator, sentence: SENTENCES.none };
  const worst = components.filter(({ state }) => IMPACT_OF[state] === indicator);
  return { indicator, sentence: SENTENCES[indicator] + namesOf(worst, components.length) };
}
