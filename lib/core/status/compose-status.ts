import type { Instant } from '@/lib/core/ids';
import { composeIncident, type ChangesBy } from './compose-incident';
import { dayBars, upShareOf } from './day-bars';
import { indicatorOf } from './indicator';
import { maintenancePhase, maintenanceWindow } from './maintenance-at';
import { isOver } from './maintenance-phase';
import { isRunning, type PublicComponent, type PublicIncident, type PublicMaintenance, type PublicStatus } from './public-status';
import { inOrder, stateAt, type StateChange, type Window } from './state-over-time';
import type { MaintenanceRow, StatusRows, UpdateRow } from './status-rows';

const DAY_MS = 86_400_000;

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byPlace = (a: { position: number; id: string }, b: { position: number; id: string }) =>
  a.position - b.position || compared(a.id, b.id);

type Times = { changes: readonly StateChange[]; windows: readonly Window[] };

function composeComponent(row: StatusRows['components'][number], { changes, windows }: Times, now: Instant): PublicComponent {
  const known = changes[0] && changes[0].at < row.createdAt ? changes[0].at : row.createdAt;
  const days = dayBars({ changes, windows, knownFrom: known, now });
  const last = changes.findLast(({ at }) => at <= now)?.at;
  const changedAt = last !== undefined && last > row.createdAt ? last : row.createdAt;
  return { ...row, changedAt, state: stateAt(changes, windows, now), days, upShare: upShareOf(days) };
}

function composeComponents(rows: StatusRows, changes: ChangesBy, now: Instant): PublicComponent[] {
  const places = new Map(rows.groups.toSorted(byPlace).map(({ id }, place) => [id, place]));
  const place = ({ groupId }: { groupId: string | null }) => (groupId === null ? undefined : places.get(groupId)) ?? -1;
  return rows.components
    .toSorted((a, b) => place(a) - place(b) || byPlace(a, b))
    .map((row) => {
      const planned = rows.maintenances.filter(({ componentIds }) => componentIds.includes(row.id));
      const windows = planned.map(maintenanceWindow).filter((one) => one !== null);
      // A group that is gone leaves its components where they are, without a heading.
      const groupId = place(row) === -1 ? null : row.groupId;
      return composeComponent({ ...row, groupId }, { changes: changes.get(row.id) ?? [], windows }, now);
    });
}

function composeIncidents(rows: StatusRows, changes: ChangesBy): PublicIncident[] {
  const updates = grouped<UpdateRow>(rows.updates, ({ incidentId }) => incidentId);
  const all = rows.incidents.map((one) => composeIncident(one, updates.get(one.id) ?? [], changes));
  return all.filter((one) => one !== null).toSorted((a, b) => compared(b.startedAt, a.startedAt) || compared(a.id, b.id));
}

function composeMaintenance(row: MaintenanceRow, rows: StatusRows, now: Instant): PublicMaintenance {
  const { componentIds, updatedAt, ...kept } = row;
  const components = rows.components.filter(({ id }) => componentIds.includes(id)).toSorted(byPlace);
  const updates = row.updates.toSorted((a, b) => compared(b.at, a.at) || compared(b.id, a.id));
  const named = components.map(({ id, name }) => ({ id, name }));
  return { ...kept, phase: maintenancePhase(row, now), changedAt: updatedAt, components: named, updates };
}

function composeMaintenances(rows: StatusRows, now: Instant): PublicMaintenance[] {
  const all = rows.maintenances.map((row) => composeMaintenance(row, rows, now));
  const byStart = (a: PublicMaintenance, b: PublicMaintenance) => compared(a.startsAt, b.startsAt) || compared(a.id, b.id);
  const over = all.filter(isOver).toSorted((a, b) => byStart(b, a));
  return [...all.filter((one) => !isOver(one)).toSorted(byStart), ...over];
}

/** Every instant at which something that is shown changes, past and to come. */
function instantsOf(rows: StatusRows): Instant[] {
  const all = [
    ...rows.groups.map(({ createdAt }) => createdAt),
    ...rows.components.map(({ createdAt }) => createdAt),
    ...rows.changes.map(({ at }) => at),
    ...rows.updates.flatMap(({ at, editedAt }) => [at, editedAt]),
    ...rows.maintenances.flatMap((one) => [one.createdAt, one.updatedAt, one.startsAt, one.endsAt]),
    ...rows.maintenances.flatMap(({ updates }) => updates.flatMap(({ at, editedAt }) => [at, editedAt])),
    ...rows.notices.flatMap(({ at, endsAt, editedAt }) => [at, endsAt, editedAt]),
  ];
  return all.filter((at) => at !== null);
}

/** What the status page says at `now`, out of what its tables hold. The same rows in another order say the same. */
export function composeStatus(rows: StatusRows, now: Instant): PublicStatus {
  const changes: ChangesBy = new Map(
    [...grouped(rows.changes, ({ componentId }) => componentId)].map(([id, theirs]) => [id, inOrder(theirs)]),
  );
  const components = composeComponents(rows, changes, now);
  const incidents = composeIncidents(rows, changes);
  const groups = rows.groups.toSorted(byPlace).filter(({ id }) => components.some(({ groupId }) => groupId === id));
  const maintenances = composeMaintenances(rows, now);
  const midnight = new Date((Math.floor(Date.parse(now) / DAY_MS) + 1) * DAY_MS).toISOString();
  const instants = instantsOf(rows);
  const past = instants.filter((at) => at <= now);
  const first = `${now.slice(0, 10)}T00:00:00.000Z`;
  return {
    ...{ audience: rows.audience, page: rows.page, at: now },
    changedAt: past.reduce((last, at) => (at > last ? at : last), past[0] ?? first),
    nextChangeAt: instants.filter((at) => at > now).reduce((next, at) => (at < next ? at : next), midnight),
    ...indicatorOf(components, incidents.filter(isRunning)),
    ...{ groups, components, incidents, maintenances },
    notices: rows.notices
      .filter(({ at, endsAt }) => at <= now && (endsAt === null || now < endsAt))
      .toSorted((a, b) => compared(b.at, a.at) || compared(a.id, b.id))
      .map(({ id, text, at, editedAt }) => ({ id, text, at, editedAt })),
  };
}
