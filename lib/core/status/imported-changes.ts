import type { ImportedChange, ImportedHistory, ImportedIncident, ImportedMaintenance } from './imported-history';
import { isUnderWay } from './maintenance-phase';

const inOrder = (one: ImportedChange, other: ImportedChange) => (one.at < other.at ? -1 : Number(one.at > other.at));

// Readers of a page take it that a component works again once its incident is over, whether or not an update says so.
function changesOfIncident({ sourceId, updates, resolvedAt }: ImportedIncident): ImportedChange[] {
  const said = updates.flatMap(({ sourceId: update, at, states }) =>
    states.map((one) => ({ ...one, at, sourceId: `update:${sourceId}:${update}` })),
  );
  if (resolvedAt === null) return said;
  const before = said.filter(({ at }) => at < resolvedAt);
  const last = new Map(before.sort(inOrder).map(({ componentSourceId, state }) => [componentSourceId, state]));
  const open = [...last].filter(([, state]) => state !== 'operational');
  const over = open.map(([componentSourceId]) => ({
    ...{ componentSourceId, state: 'operational' as const },
    ...{ at: resolvedAt, sourceId: `resolved:${sourceId}` },
  }));
  return [...before, ...over];
}

const changesOfMaintenance = ({ sourceId, phase, startsAt, componentSourceIds }: ImportedMaintenance): ImportedChange[] =>
  isUnderWay({ phase })
    ? componentSourceIds.map((componentSourceId) => ({
        ...{ componentSourceId, state: 'under_maintenance' as const },
        ...{ at: startsAt, sourceId: `maintenance:${sourceId}` },
      }))
    : [];

/** Everything that an import says about the states of components, by time. What is over leaves nothing broken behind. */
export function importedChanges({ changes, incidents, maintenance }: ImportedHistory): ImportedChange[] {
  const all = [...changes, ...incidents.flatMap(changesOfIncident), ...maintenance.flatMap(changesOfMaintenance)];
  return all.sort(inOrder);
}
