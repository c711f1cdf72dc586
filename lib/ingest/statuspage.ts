import type {
  ImportedComponent,
  ImportedGroup,
  ImportedHistory,
  ImportedIncident,
  ImportedMaintenance,
  ImportedState,
} from '@/lib/core/status/imported-history';
import type { Phase } from '@/lib/core/incident/state';
import type { Impact } from '@/lib/core/status/public-status';
import { COMPONENT_STATES, type ComponentState } from '@/lib/core/status/component-state';
import type { MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import {
  distinctBy,
  hostIn,
  idIn,
  instantIn,
  leftOut,
  lineIn,
  meaningIn,
  objectIn,
  objectsIn,
  proseIn,
  type Json,
} from './read-json';

const PHASES: Record<string, Phase> = {
  ...{ investigating: 'investigating', identified: 'identified', monitoring: 'monitoring' },
  ...{ resolved: 'resolved', postmortem: 'resolved' },
};
const MAINTENANCE: Record<string, MaintenancePhase> = {
  ...{ scheduled: 'scheduled', in_progress: 'in_progress', verifying: 'verifying', completed: 'completed' },
};
const IMPACTS: Record<string, Impact> = { none: 'none', minor: 'minor', major: 'major', critical: 'critical' };
const NO_WORDS = 'No words were given.';

const ofTime = <T extends { at: string }>(all: T[]): T[] => all.sort((one, other) => (one.at < other.at ? -1 : 1));

const stateOf = (value: unknown): ComponentState | null =>
  COMPONENT_STATES.find((state) => state === value) ?? (value === 'maintenance' ? 'under_maintenance' : null);

function componentIn(json: Json): ImportedComponent | null {
  const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
  if (sourceId === null || name === null) return null;
  const rest = { description: lineIn(json.description, 300), groupSourceId: idIn(json.group_id) };
  return { sourceId, name, ...rest, isPublic: true, state: stateOf(json.status) ?? 'operational' };
}

function groupIn(json: Json): ImportedGroup | null {
  const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
  return sourceId === null || name === null ? null : { sourceId, name };
}

function statesIn(json: Json): ImportedState[] {
  const named = objectsIn(json.affected_components).flatMap((one) => {
    const [componentSourceId, state] = [idIn(one.code ?? one.id), stateOf(one.new_status)];
    return componentSourceId === null || state === null ? [] : [{ componentSourceId, state }];
  });
  return distinctBy(named, (one) => one.componentSourceId);
}

function updatesIn<P>(json: Json, phases: Record<string, P>) {
  return ofTime(
    objectsIn(json.incident_updates).flatMap((one) => {
      const [sourceId, phase] = [idIn(one.id), meaningIn(phases, one.status)];
      const at = instantIn(one.display_at) ?? instantIn(one.created_at);
      if (sourceId === null || phase === null || at === null) return [];
      return [{ sourceId, phase, at, text: proseIn(one.body, 5000) ?? NO_WORDS, states: statesIn(one) }];
    }),
  );
}

function incidentIn(json: Json): ImportedIncident | null {
  const [sourceId, title] = [idIn(json.id), lineIn(json.name, 200)];
  const updates = updatesIn(json, PHASES);
  const startedAt = instantIn(json.started_at) ?? instantIn(json.created_at) ?? updates[0]?.at ?? null;
  if (sourceId === null || title === null || startedAt === null) return null;
  const isOver = meaningIn(PHASES, json.status) === 'resolved';
  const resolvedAt = instantIn(json.resolved_at) ?? (isOver ? (updates.at(-1)?.at ?? startedAt) : null);
  const impact = meaningIn(IMPACTS, json.impact) ?? 'minor';
  return { sourceId, title, impact, startedAt, resolvedAt, updates };
}

function maintenanceIn(json: Json): ImportedMaintenance | null {
  const [sourceId, title] = [idIn(json.id), lineIn(json.name, 120)];
  const [startsAt, endsAt] = [instantIn(json.scheduled_for), instantIn(json.scheduled_until)];
  if (sourceId === null || title === null || startsAt === null || endsAt === null || startsAt >= endsAt) return null;
  const updates = updatesIn(json, MAINTENANCE).map(({ states: _states, ...update }) => update);
  const componentSourceIds = objectsIn(json.components).flatMap((one) => idIn(one.id) ?? []);
  const phase = meaningIn(MAINTENANCE, json.status) ?? updates.at(-1)?.phase ?? 'scheduled';
  const text = updates[0]?.text ?? NO_WORDS;
  return { sourceId, title, text, startsAt, endsAt, phase, componentSourceIds: [...new Set(componentSourceIds)], updates };
}

const isMaintenance = (json: Json) => json.impact === 'maintenance' || typeof json.scheduled_for === 'string';

const looksLikeIncident = (json: Json) => Array.isArray(json.incident_updates) || 'impact' in json;

/** The lists in a document: the answers of the public v2 API, of the manage API, or bare lists of either. */
function listsIn(document: unknown) {
  const json = objectIn(document);
  const bare = objectsIn(document);
  const incidents = [...objectsIn(json.incidents), ...objectsIn(json.scheduled_maintenances), ...bare.filter(looksLikeIncident)];
  return {
    page: objectIn(json.page),
    components: [...objectsIn(json.components), ...bare.filter((one) => !looksLikeIncident(one))],
    incidents,
  };
}

const known = <T>(all: (T | null)[]): T[] => all.filter((one) => one !== null);

/** Reads exports of Statuspage: v2 `summary`, `components`, `incidents`, `scheduled-maintenances`, or lists of the manage API. Never throws. */
export function readStatuspage(documents: readonly unknown[]): ImportedHistory {
  const lists = documents.map(listsIn);
  const [parts, happened] = [lists.flatMap((one) => one.components), lists.flatMap((one) => one.incidents)];
  const pageOf = ({ page }: { page: Json }) => idIn(page.id) ?? hostIn(page.url);
  const site = lists.map(pageOf).find((one) => one !== null) ?? idIn(happened[0]?.page_id ?? parts[0]?.page_id) ?? 'file';
  const groups = known(parts.filter((one) => one.group === true).map(groupIn));
  const components = known(parts.filter((one) => one.group !== true).map(componentIn));
  const incidents = known(happened.filter((one) => !isMaintenance(one)).map(incidentIn));
  const maintenance = known(happened.filter(isMaintenance).map(maintenanceIn));
  const unread = parts.length + happened.length - groups.length - components.length - incidents.length - maintenance.length;
  const bySource = ({ sourceId }: { sourceId: string }) => sourceId;
  return {
    site,
    groups: distinctBy(groups, bySource),
    components: distinctBy(components, bySource),
    incidents: distinctBy(incidents, bySource),
    maintenance: distinctBy(maintenance, bySource),
    changes: [],
    leftOut: leftOut(unread, 'entries without an id, a name or a time were left out.'),
  };
}
