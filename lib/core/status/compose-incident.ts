import type { Instant } from '@/lib/core/ids';
import type { Phase } from '@/lib/core/incident/state';
import type { ComponentState } from './component-state';
import { impactOf } from './indicator';
import type { AffectedState, PublicIncident, PublicUpdate } from './public-status';
import { countUntil, type StateChange } from './state-over-time';
import type { StatusRows, UpdateRow } from './status-rows';

type Incident = StatusRows['incidents'][number];
/** The changes of each component, in order. */
export type ChangesBy = ReadonlyMap<string, readonly StateChange[]>;

/** What the component was before this update changed it. */
function stateBefore(changes: readonly StateChange[], updateId: string, at: Instant): ComponentState {
  const own = changes.findIndex(({ sourceId }) => sourceId === updateId);
  const index = own === -1 ? countUntil(changes, at) : own;
  return changes[index - 1]?.state ?? 'operational';
}

function publicUpdate(row: UpdateRow & { phase: Phase }, changes: ChangesBy): PublicUpdate {
  const { id, phase, text, at, editedAt, isInternal, components } = row;
  const affected = components.map(({ componentId, name, state }): AffectedState => {
    const from = componentId === null ? 'operational' : stateBefore(changes.get(componentId) ?? [], id, at);
    return { componentId, name, from, state };
  });
  return { id, phase, text, at, editedAt, isInternal, components: affected };
}

/** Each update with the phase that it leaves the incident in. */
function withPhases(rows: readonly UpdateRow[]): (UpdateRow & { phase: Phase })[] {
  let phase: Phase = 'investigating';
  const oldestFirst = rows.toSorted(byTime).toReversed();
  return oldestFirst.map((row) => ({ ...row, phase: (phase = row.phase ?? phase) })).toReversed();
}

const byTime = (a: UpdateRow, b: UpdateRow) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);

function lastNamed(updates: readonly PublicUpdate[]): AffectedState[] {
  const named = new Map<string, AffectedState>();
  for (const one of updates.flatMap(({ components }) => components)) {
    const key = one.componentId ?? one.name;
    if (!named.has(key)) named.set(key, one);
  }
  return [...named.values()];
}

/** Since when it has been resolved without a break; null while it runs. */
function resolvedAt(updates: readonly PublicUpdate[]): Instant | null {
  const last = updates.findIndex(({ phase }) => phase !== 'resolved');
  return updates[(last === -1 ? updates.length : last) - 1]?.at ?? null;
}

const latest = (instants: readonly (Instant | null)[]): Instant =>
  instants.reduce<Instant>((last, one) => (one !== null && one > last ? one : last), '');

/** An incident out of its updates; null where none of them may be shown. */
export function composeIncident(incident: Incident, rows: readonly UpdateRow[], changes: ChangesBy): PublicIncident | null {
  const updates = withPhases(rows).map((row) => publicUpdate(row, changes));
  const [newest, oldest] = [updates[0], updates.at(-1)];
  if (!newest || !oldest) return null;
  const { postmortemUrl: url, postmortemAt } = incident;
  const named = updates.flatMap(({ components }) => components.map(({ state }) => state));
  return {
    ...{ id: incident.id, title: incident.title, impact: incident.impact ?? impactOf(named), phase: newest.phase },
    ...{ startedAt: oldest.at, resolvedAt: resolvedAt(updates) },
    ...{ changedAt: latest([postmortemAt, ...updates.flatMap(({ at, editedAt }) => [at, editedAt])]), updates },
    ...{ components: lastNamed(updates), postmortem: url !== null && postmortemAt !== null ? { url, at: postmortemAt } : null },
  };
}
