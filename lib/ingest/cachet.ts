import type {
  ImportedComponent,
  ImportedHistory,
  ImportedIncident,
  ImportedMaintenance,
  ImportedState,
  ImportedUpdate,
} from '@/lib/core/status/imported-history';
import type { Phase } from '@/lib/core/incident/state';
import type { ComponentState } from '@/lib/core/status/component-state';
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

const STATES: Record<string, ComponentState> = {
  ...{ '1': 'operational', '2': 'degraded_performance', '3': 'partial_outage', '4': 'major_outage', '6': 'under_maintenance' },
};
const PHASES: Record<string, Phase> = { '1': 'investigating', '2': 'identified', '3': 'monitoring', '4': 'resolved' };
const IMPACTS: Partial<Record<ComponentState, ImportedIncident['impact']>> = {
  ...{ degraded_performance: 'minor', partial_outage: 'major', major_outage: 'critical' },
};

// Version 3 answers as JSON:API: what version 2 has beside the id is one level down, and a status is {human, value}.
const flat = (json: Json): Json => ({ ...json, ...objectIn(json.attributes), id: json.id });
const plain = (value: unknown): unknown => objectIn(value).value ?? value;
const timeIn = (value: unknown) => instantIn(objectIn(value).string ?? value);

const listed = (document: unknown): Json[] => {
  const json = objectIn(document);
  return [...objectsIn(document), ...objectsIn(json.data), ...(Array.isArray(json.data) ? [] : objectsIn([json.data]))].map(flat);
};

const KINDS: Record<string, Kind> = {
  ...{ componentGroups: 'group', components: 'component', incidents: 'incident', schedules: 'maintenance' },
};
type Kind = 'group' | 'component' | 'incident' | 'maintenance';

/** What kind of thing an entry is: version 3 says so, version 2 leaves it to be seen. */
function kindOf(json: Json): Kind | null {
  const said = meaningIn(KINDS, json.type);
  if (said !== null) return said;
  // Before 2.4 a maintenance was an incident of the status 0.
  if ('completed_at' in json || (idIn(plain(json.status)) === '0' && 'scheduled_at' in json)) return 'maintenance';
  if ('message' in json) return 'incident';
  if ('collapsed' in json || 'enabled_components' in json) return 'group';
  return 'status' in json && 'name' in json ? 'component' : null;
}

function groupsOfComponents(groups: Json[]): Map<string, string> {
  const inside = groups.flatMap((group) => {
    const nested = [
      ...objectsIn(group.enabled_components),
      ...objectsIn(objectIn(objectIn(group.relationships).components).data),
    ];
    return nested.map((one) => [idIn(one.id) ?? '', idIn(group.id) ?? ''] as const);
  });
  return new Map(inside);
}

function componentIn(json: Json, groups: ReadonlyMap<string, string>): ImportedComponent | null {
  const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
  if (sourceId === null || name === null) return null;
  const inGroup = idIn(objectIn(objectIn(objectIn(json.relationships).group).data).id);
  const own = idIn(json.group_id) === '0' ? null : idIn(json.group_id);
  return {
    ...{ sourceId, name, description: lineIn(json.description, 300) },
    groupSourceId: inGroup ?? own ?? groups.get(sourceId) ?? null,
    isPublic: json.enabled !== false,
    state: meaningIn(STATES, plain(json.status)) ?? 'operational',
  };
}

function stateIn(json: Json): ImportedState[] {
  const [componentSourceId, state] = [idIn(json.component_id), meaningIn(STATES, plain(json.component_status))];
  return componentSourceId === null || componentSourceId === '0' || state === null ? [] : [{ componentSourceId, state }];
}

type Included = ReadonlyMap<string, Json>;

/** Version 3 keeps updates beside the incident, named by their ids. */
function related(incident: Json, included: Included): Json[] {
  const named = objectsIn(objectIn(objectIn(incident.relationships).updates).data).map((one) => included.get(idIn(one.id) ?? ''));
  return named.filter((one) => one !== undefined);
}

function laterUpdates(incident: Json, included: Included): ImportedUpdate[] {
  const all = [...objectsIn(incident.updates), ...objectsIn(objectIn(incident.updates).data)].map(flat);
  const updates = [...all, ...related(incident, included)].flatMap((json) => {
    const [sourceId, phase, at] = [idIn(json.id), meaningIn(PHASES, plain(json.status)), timeIn(json.created_at ?? json.created)];
    const text = proseIn(json.message, 5000);
    if (sourceId === null || phase === null || at === null || text === null) return [];
    return [{ sourceId, phase, text, at, states: stateIn(json) }];
  });
  return updates.sort((one, other) => (one.at < other.at ? -1 : 1));
}

function incidentIn(json: Json, included: Included): ImportedIncident | null {
  const [sourceId, title] = [idIn(json.id), lineIn(json.name, 200)];
  const at = timeIn(json.occurred_at ?? json.occurred) ?? timeIn(json.created_at ?? json.created);
  if (sourceId === null || title === null || at === null) return null;
  const states = stateIn(json);
  const later = laterUpdates(json, included);
  // The status of an incident is that of its latest update: its own first word was another one where there are updates.
  const own = meaningIn(PHASES, plain(json.status)) ?? 'investigating';
  const first: ImportedUpdate = {
    ...{ sourceId: `i${sourceId}`, at, states },
    ...{ phase: later.length > 0 ? 'investigating' : own, text: proseIn(json.message, 5000) ?? title },
  };
  const updates = [first, ...later];
  const last = later.at(-1) ?? first;
  const isOver = own === 'resolved' || last.phase === 'resolved';
  const resolvedAt = isOver ? (later.length > 0 ? last.at : (timeIn(json.updated_at ?? json.updated) ?? at)) : null;
  const worst = states[0]?.state;
  return { sourceId, title, impact: (worst && IMPACTS[worst]) ?? 'minor', startedAt: at, resolvedAt, updates };
}

function maintenanceIn(json: Json): ImportedMaintenance | null {
  const [sourceId, title] = [idIn(json.id), lineIn(json.name, 120)];
  const startsAt = timeIn(json.scheduled_at ?? json.scheduled);
  if (sourceId === null || title === null || startsAt === null) return null;
  const completedAt = timeIn(json.completed_at ?? json.completed);
  // Without an end, an hour: a page needs one, and nobody is helped by none.
  const endsAt = completedAt && completedAt > startsAt ? completedAt : new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  const status = idIn(plain(json.status));
  const phase = completedAt !== null || status === '2' ? 'completed' : status === '1' ? 'in_progress' : 'scheduled';
  const text = proseIn(json.message, 5000) ?? title;
  const components = [...objectsIn(json.components), ...objectsIn(objectIn(objectIn(json.relationships).components).data)];
  const componentSourceIds = [...new Set(components.flatMap((one) => idIn(one.component_id ?? one.id) ?? []))];
  const updates = [
    { sourceId: `${sourceId}-1`, phase: 'scheduled' as const, text, at: timeIn(json.created_at ?? json.created) ?? startsAt },
  ];
  return { sourceId, title, text, startsAt, endsAt, phase, componentSourceIds, updates };
}

const known = <T>(all: (T | null)[]): T[] => all.filter((one) => one !== null);

/** Reads what the API of Cachet answers, version 2 or 3: components, groups, incidents with updates, schedules. Never throws. */
export function readCachet(documents: readonly unknown[]): ImportedHistory {
  const all = documents.flatMap(listed);
  const beside = documents.flatMap((one) => objectsIn(objectIn(one).included)).map(flat);
  const included = new Map(beside.filter(({ type }) => type !== 'components').map((one) => [idIn(one.id) ?? '', one]));
  const of = (kind: Kind | null) => all.filter((one) => kindOf(one) === kind);
  const bySource = ({ sourceId }: { sourceId: string }) => sourceId;
  const inside = groupsOfComponents(of('group'));
  const nested = of('group').flatMap((group) => objectsIn(group.enabled_components).map(flat));
  const groups = of('group').flatMap((json) => {
    const [sourceId, name] = [idIn(json.id), lineIn(json.name, 80)];
    return sourceId === null || name === null ? [] : [{ sourceId, name }];
  });
  const components = known([...nested, ...of('component')].map((one) => componentIn(one, inside)));
  const addresses = documents.map((one) => hostIn(objectIn(objectIn(one).links).self));
  const hosts = [...addresses, ...all.map((one) => hostIn(one.permalink) ?? hostIn(objectIn(one.links).self))];
  return {
    site: hosts.find((one) => one !== null) ?? 'file',
    groups: distinctBy(groups, bySource),
    components: distinctBy(components, bySource),
    incidents: distinctBy(known(of('incident').map((one) => incidentIn(one, included))), bySource),
    maintenance: distinctBy(known(of('maintenance').map(maintenanceIn)), bySource),
    changes: [],
    leftOut: leftOut(of(null).length, 'entries of an unknown kind were left out.'),
  };
}
