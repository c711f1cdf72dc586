import type { ImportCount, ImportReport } from '@/lib/contracts/status-page';
import type { ImportedHistory } from '@/lib/core/status/imported-history';
import type { ImportPlan } from './plan-import';

const NAMES = 8;

const count = (part: { added: unknown[]; changed?: unknown[]; known: number }): ImportCount => ({
  ...{ added: part.added.length, changed: part.changed?.length ?? 0, known: part.known },
});

/** An import in figures and a few names, to look at before it is confirmed. */
export function importReport(plan: ImportPlan, { incidents, leftOut }: ImportedHistory): ImportReport {
  const times = incidents.flatMap(({ startedAt, updates }) => [startedAt, ...updates.map(({ at }) => at)]).sort();
  return {
    ...{ groups: count(plan.groups), components: count(plan.components), incidents: count(plan.incidents) },
    ...{ maintenance: count(plan.maintenance), changes: count(plan.changes) },
    names: {
      components: plan.components.added.slice(0, NAMES).map(({ name }) => name),
      incidents: plan.incidents.added.slice(0, NAMES).map(({ title }) => title),
    },
    ...{ earliest: times[0] ?? null, latest: times.at(-1) ?? null, leftOut },
  };
}
