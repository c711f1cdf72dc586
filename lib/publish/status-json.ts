import type { Instant } from '@/lib/core/ids';
import { isUnderWay } from '@/lib/core/status/maintenance-phase';
import {
  isRunning,
  type AffectedState,
  type PublicComponent,
  type PublicIncident,
  type PublicMaintenance,
  type PublicUpdate,
} from '@/lib/core/status/public-status';
import { publicIdOf } from './public-id';
import { incidentPath, maintenancePath, type Site } from './site';

// As the pages of Statuspage do: the latest ones, not all there ever were.
const LATEST = 50;

const pageIdOf = () => publicIdOf('page');
const endOf = (all: readonly Instant[]): Instant | null =>
  all.reduce<Instant | null>((last, at) => (last && last > at ? last : at), null);

function pagePart({ status, address }: Site) {
  const { name, timeZone } = status.page;
  return { id: pageIdOf(), name, url: address, time_zone: timeZone, updated_at: status.changedAt };
}

function componentPart(one: PublicComponent) {
  return {
    ...{ id: publicIdOf(one.id), name: one.name, status: one.state, created_at: one.createdAt, updated_at: one.changedAt },
    ...{ position: one.position, description: one.description, showcase: true, start_date: one.createdAt.slice(0, 10) },
    ...{ group_id: one.groupId === null ? null : publicIdOf(one.groupId), page_id: pageIdOf(), group: false },
    only_show_if_degraded: false,
  };
}

const RANKS = ['operational', 'under_maintenance', 'degraded_performance', 'partial_outage', 'major_outage'] as const;

function groupParts({ status }: Site) {
  return status.groups.map((group) => {
    const members = status.components.filter(({ groupId }) => groupId === group.id);
    const worst = RANKS.findLast((state) => members.some((one) => one.state === state)) ?? 'operational';
    return {
      ...{ id: publicIdOf(group.id), name: group.name, status: worst, created_at: group.createdAt },
      updated_at: endOf(members.map(({ changedAt }) => changedAt)) ?? group.createdAt,
      ...{ position: group.position, description: null, showcase: false, start_date: null, group_id: null, page_id: pageIdOf() },
      ...{ group: true, only_show_if_degraded: false, components: members.map(({ id }) => publicIdOf(id)) },
    };
  });
}

const componentParts = (site: Site) => [...groupParts(site), ...site.status.components.map(componentPart)];

const affected = (all: readonly AffectedState[]) =>
  all.map(({ componentId, name, from, state }) => ({
    ...{ code: componentId === null ? null : publicIdOf(componentId), name, old_status: from, new_status: state },
  }));

function updatePart(incidentId: string, { id, phase, text, at, editedAt, components }: PublicUpdate) {
  return {
    ...{ id: publicIdOf(id), status: phase, body: text, incident_id: publicIdOf(incidentId), created_at: at },
    ...{ updated_at: editedAt ?? at, display_at: at, affected_components: affected(components), deliver_notifications: true },
    ...{ custom_tweet: null, tweet_id: null },
  };
}

const listed = (site: Site, ids: readonly (string | null)[]) =>
  site.status.components.filter(({ id }) => ids.includes(id)).map(componentPart);

/** The body is the address: what it says is elsewhere. */
function postmortemPart({ url, at }: { url: string | null; at: Instant | null }) {
  return {
    ...{ postmortem_body: url, postmortem_body_last_updated_at: at, postmortem_ignored: false, postmortem_published_at: at },
    ...{ postmortem_notified_subscribers: false, postmortem_notified_twitter: false },
  };
}
const NO_POSTMORTEM = { url: null, at: null };

function incidentPart(site: Site, one: PublicIncident) {
  const monitoringAt = one.updates.findLast(({ phase }) => phase === 'monitoring')?.at ?? null;
  return {
    ...{ id: publicIdOf(one.id), name: one.title, status: one.phase, created_at: one.startedAt, updated_at: one.changedAt },
    ...{ monitoring_at: monitoringAt, resolved_at: one.resolvedAt, impact: one.impact, started_at: one.startedAt },
    ...{ shortlink: `${site.address}/${incidentPath(one.id)}`, page_id: pageIdOf() },
    incident_updates: one.updates.map((update) => updatePart(one.id, update)),
    components: listed(
      site,
      one.components.map(({ componentId }) => componentId),
    ),
    ...{ reminder_intervals: null, ...postmortemPart(one.postmortem ?? NO_POSTMORTEM) },
  };
}

function maintenanceUpdates({ id, updates, text, createdAt, components }: PublicMaintenance) {
  const announced = { id: `${id}:announced`, phase: 'scheduled' as const, text, at: createdAt, editedAt: null };
  return [...updates, announced].map((one) => ({
    ...{ id: publicIdOf(one.id), status: one.phase, body: one.text, incident_id: publicIdOf(id), created_at: one.at },
    ...{
      updated_at: one.editedAt ?? one.at,
      display_at: one.at,
      deliver_notifications: true,
      custom_tweet: null,
      tweet_id: null,
    },
    affected_components: components.map((component) => ({
      ...{ code: publicIdOf(component.id), name: component.name, old_status: 'operational' },
      new_status: one.phase === 'in_progress' || one.phase === 'verifying' ? 'under_maintenance' : 'operational',
    })),
  }));
}

function maintenancePart(site: Site, one: PublicMaintenance) {
  const isOver = one.phase === 'completed';
  return {
    ...{ id: publicIdOf(one.id), name: one.title, status: one.phase, created_at: one.createdAt, updated_at: one.changedAt },
    ...{ monitoring_at: null, resolved_at: isOver ? one.endsAt : null, impact: 'maintenance', started_at: one.startsAt },
    ...{ shortlink: `${site.address}/${maintenancePath(one.id)}`, page_id: pageIdOf() },
    incident_updates: maintenanceUpdates(one),
    components: listed(
      site,
      one.components.map(({ id }) => id),
    ),
    ...{ scheduled_for: one.startsAt, scheduled_until: one.endsAt, reminder_intervals: null, ...postmortemPart(NO_POSTMORTEM) },
  };
}

/** The status in the shape of Statuspage's API, version 2, by path. Nothing of it changes while the status does not. */
export function statusJson(site: Site): Map<string, object> {
  const { status } = site;
  const page = pagePart(site);
  const said = { indicator: status.indicator, description: status.sentence };
  const incidents = status.incidents.slice(0, LATEST).map((one) => incidentPart(site, one));
  const running = status.incidents.filter(isRunning).map((one) => incidentPart(site, one));
  const planned = status.maintenances.filter(({ phase }) => phase !== 'cancelled');
  const parts = (some: readonly PublicMaintenance[]) => some.slice(0, LATEST).map((one) => maintenancePart(site, one));
  const upcoming = parts(planned.filter(({ phase }) => phase === 'scheduled'));
  const active = parts(planned.filter(isUnderWay));
  const components = componentParts(site);
  return new Map<string, object>([
    ['summary', { page, status: said, components, incidents: running, scheduled_maintenances: [...active, ...upcoming] }],
    ['status', { page, status: said }],
    ['components', { page, components }],
    ['incidents', { page, incidents }],
    ['incidents/unresolved', { page, incidents: running }],
    ['scheduled-maintenances', { page, scheduled_maintenances: parts(planned) }],
    ['scheduled-maintenances/upcoming', { page, scheduled_maintenances: upcoming }],
    ['scheduled-maintenances/active', { page, scheduled_maintenances: active }],
  ]);
}
