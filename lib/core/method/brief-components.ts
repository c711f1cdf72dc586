import type { IncidentState } from '@/lib/core/incident/state';
import { COMPONENT_STATES, type ComponentState } from '@/lib/core/status/component-state';

const worst = (state: ComponentState) => COMPONENT_STATES.indexOf(state);

/** What the public was told to be affected, as the latest update about each says; the worst first, what works again left out. */
export function publicComponents({ updates }: IncidentState): { name: string; state: ComponentState }[] {
  const said = Object.values(updates)
    .filter((one) => one.audience === 'public' && !one.redacted)
    .sort((a, b) => a.postedBy.at.localeCompare(b.postedBy.at));
  const latest = new Map(said.flatMap(({ components }) => components).map((one) => [one.componentId, one]));
  return [...latest.values()]
    .filter(({ state }) => state !== 'operational')
    .map(({ name, state }) => ({ name, state }))
    .sort((a, b) => worst(b.state) - worst(a.state) || a.name.localeCompare(b.name));
}
