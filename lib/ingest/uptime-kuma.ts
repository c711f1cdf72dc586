import type {
  ImportedChange,
  ImportedComponent,
  ImportedGroup,
  ImportedHistory,
  ImportedIncident,
  ImportedMaintenance,
} from '@/lib/core/status/imported-history';
import type { ComponentState } from '@/lib/core/status/component-state';
import { distinctBy, idIn, instantIn, leftOut, lineIn, meaningIn, objectIn, objectsIn, proseIn, type Json } from './read-json';

// 0 down, 1 up, 2 not sure yet, 3 maintenance. What is not sure changes nothing.
const STATES: Record<string, ComponentState> = { '0': 'major_outage', '1': 'operational', '3': 'under_maintenance' };

const monitorIn = (json: Json, groupSourceId: string | null): ImportedComponent | null => {
  const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
  if (sourceId === null || name === null) return null;
  // The description of a monitor is for those who run it.
  return { sourceId, name, description: null, groupSourceId, isPublic: true, state: 'operational' };
};

type Part = { groups: ImportedGroup[]; components: ImportedComponent[] };

function publicGroups(document: Json): Part {
  const groups: ImportedGroup[] = [];
  const components: ImportedComponent[] = [];
  for (const json of objectsIn(document.publicGroupList)) {
    const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
    if (sourceId !== null && name !== null) groups.push({ sourceId: `g${sourceId}`, name });
    const inside = sourceId === null || name === null ? null : `g${sourceId}`;
    components.push(...objectsIn(json.monitorList).flatMap((one) => monitorIn(one, inside) ?? []));
  }
  return { groups, components };
}

/** A backup lists monitors; one of the type `group` is what others have as their parent. */
function backup(document: Json): Part {
  const monitors = objectsIn(
    Array.isArray(document.monitorList) ? document.monitorList : Object.values(objectIn(document.monitorList)),
  );
  const isGroup = (json: Json) => json.type === 'group';
  const groups = monitors.filter(isGroup).flatMap((json) => {
    const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
    return sourceId === null || name === null ? [] : [{ sourceId: `m${sourceId}`, name }];
  });
  const parent = (json: Json) => (idIn(json.parent) === null ? null : `m${idIn(json.parent)}`);
  return { groups, components: monitors.filter((one) => !isGroup(one)).flatMap((one) => monitorIn(one, parent(one)) ?? []) };
}

type Beat = { monitor: string; at: string; state: ComponentState };

function beatsIn(document: Json): Beat[] {
  const beat = (monitor: string | null, json: Json): Beat[] => {
    const [at, state] = [instantIn(json.time), meaningIn(STATES, json.status)];
    return monitor === null || at === null || state === null ? [] : [{ monitor, at, state }];
  };
  const byMonitor = Object.entries(objectIn(document.heartbeatList)).flatMap(([monitor, beats]) =>
    objectsIn(beats).flatMap((json) => beat(monitor, json)),
  );
  const inOneList = objectsIn(document.heartbeats ?? document.heartbeatList).flatMap((json) =>
    beat(idIn(json.monitorID ?? json.monitor_id), json),
  );
  return [...byMonitor, ...inOneList].sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Thousands of beats become the few moments at which something changed. */
function changesIn(beats: Beat[]): ImportedChange[] {
  const now = new Map<string, ComponentState>();
  return beats.flatMap(({ monitor, at, state }) => {
    if (now.get(monitor) === state) return [];
    now.set(monitor, state);
    return [{ sourceId: `${monitor}@${at}`, componentSourceId: monitor, state, at }];
  });
}

function incidentIn(document: Json): ImportedIncident[] {
  const json = objectIn(document.incident);
  const [sourceId, title, at] = [idIn(json.id), lineIn(json.title, 200), instantIn(json.createdDate)];
  if (sourceId === null || title === null || at === null) return [];
  const text = proseIn(json.content, 5000) ?? title;
  const impact = json.style === 'danger' ? 'major' : json.style === 'warning' ? 'minor' : 'none';
  const updates = [{ sourceId: `${sourceId}-1`, phase: 'investigating' as const, text, at, states: [] }];
  return [{ sourceId, title, impact, startedAt: at, resolvedAt: null, updates }];
}

function maintenanceIn(document: Json): ImportedMaintenance[] {
  return objectsIn(document.maintenanceList).flatMap((json) => {
    const [sourceId, title] = [idIn(json.id), lineIn(json.title, 120)];
    const [slot] = objectsIn(json.timeslotList);
    const [startsAt, endsAt] = [instantIn(slot?.startDate), instantIn(slot?.endDate)];
    if (sourceId === null || title === null || startsAt === null || endsAt === null || startsAt >= endsAt) return [];
    const phase = json.status === 'under-maintenance' ? 'in_progress' : json.status === 'ended' ? 'completed' : 'scheduled';
    const text = proseIn(json.description, 5000) ?? title;
    const updates = [{ sourceId: `${sourceId}-1`, phase: 'scheduled' as const, text, at: startsAt }];
    return [{ sourceId, title, text, startsAt, endsAt, phase, componentSourceIds: [], updates }];
  });
}

/** Reads Uptime Kuma: the answers of `/api/status-page/…` and `/api/status-page/heartbeat/…`, or a backup. Never throws. */
export function readUptimeKuma(documents: readonly unknown[]): ImportedHistory {
  const all = documents.map(objectIn);
  const parts = all.map((one) => (Array.isArray(one.publicGroupList) ? publicGroups(one) : backup(one)));
  const changes = changesIn(all.flatMap(beatsIn));
  const bySource = ({ sourceId }: { sourceId: string }) => sourceId;
  const components = distinctBy(
    parts.flatMap((one) => one.components),
    bySource,
  );
  const last = new Map(changes.map(({ componentSourceId, state }) => [componentSourceId, state]));
  const named = new Set(components.map(bySource));
  const known = changes.filter(({ componentSourceId }) => named.has(componentSourceId));
  return {
    site: all.map((one) => lineIn(objectIn(one.config).slug, 80)).find((one) => one !== null) ?? 'file',
    groups: distinctBy(
      parts.flatMap((one) => one.groups),
      bySource,
    ),
    components: components.map((one) => ({ ...one, state: last.get(one.sourceId) ?? one.state })),
    incidents: distinctBy(all.flatMap(incidentIn), bySource),
    maintenance: distinctBy(all.flatMap(maintenanceIn), bySource),
    changes: known,
    leftOut: leftOut(changes.length - known.length, 'changes of monitors that are not in the files were left out.'),
  };
}
