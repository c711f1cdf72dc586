import type { ComponentState } from '@/lib/core/status/component-state';
import type { ComponentIds, ComponentName } from './demo-components';
import type { Stage } from './stage';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What was said by hand, in order: how a component was, how many days ago, and for how long. */
const PAST: { daysAgo: number; minutes: number; component: ComponentName; state: ComponentState }[] = [
  { daysAgo: 38, minutes: 95, component: 'imports', state: 'partial_outage' },
  { daysAgo: 31, minutes: 50, component: 'storefront', state: 'degraded_performance' },
  { daysAgo: 24, minutes: 35, component: 'partnerApi', state: 'major_outage' },
  { daysAgo: 17, minutes: 180, component: 'console', state: 'partial_outage' },
  { daysAgo: 15, minutes: 25, component: 'payments', state: 'degraded_performance' },
  { daysAgo: 8, minutes: 40, component: 'imports', state: 'degraded_performance' },
  { daysAgo: 6, minutes: 15, component: 'storefront', state: 'partial_outage' },
];

/** Tells the weeks before: each component that was not well, and that it was again. */
export async function tellPastStates(stage: Stage, ids: ComponentIds): Promise<void> {
  const { services, callers, now, setClock } = stage;
  for (const { daysAgo, minutes, component, state } of PAST) {
    const began = now.getTime() - daysAgo * DAY_MS;
    setClock(new Date(began));
    await services.status.setComponentState(callers.kenji, ids[component], { state, at: null });
    setClock(new Date(began + minutes * MINUTE_MS));
    await services.status.setComponentState(callers.kenji, ids[component], { state: 'operational', at: null });
  }
}
