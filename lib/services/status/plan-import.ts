import type { ImportSource } from '@/lib/contracts/status-page';
import { importedChanges } from '@/lib/core/status/imported-changes';
import type { ComponentState } from '@/lib/core/status/component-state';
import type { ImportedHistory } from '@/lib/core/status/imported-history';
import type { Prisma } from '@/lib/db/generated/client';
import { importedId } from './imported-id';
import { planComponents, type Placed } from './plan-components';
import type { Tx } from './status-deps';

type ChangeRow = { sourceId: string; componentId: string; state: ComponentState; at: Date; kind: 'import'; isPublic: true };

/** Rows that an import would write, and how many of its things are here already. */
export type ImportPlan = Placed & {
  incidents: {
    added: Prisma.ImportedIncidentCreateManyInput[];
    changed: Prisma.ImportedIncidentCreateManyInput[];
    known: number;
  };
  maintenance: { added: Prisma.MaintenanceCreateManyInput[]; updates: Prisma.MaintenanceUpdateCreateManyInput[]; known: number };
  changes: { added: ChangeRow[]; known: number };
};

type Given = { tx: Tx; source: ImportSource; history: ImportedHistory; now: Date };

const sameText = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

// Postgres keeps the parts of JSON in an order of its own.
const inPlainOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inPlainOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([name, part]) => [name, inPlainOrder(part)]),
        )
      : value;

async function planIncidents({ tx, source, history }: Given, { ids, names }: Placed): Promise<ImportPlan['incidents']> {
  const site = `${source}:${history.site}`;
  const rows = history.incidents.map(({ sourceId, title, impact, startedAt, resolvedAt, updates }) => ({
    ...{ id: importedId(source, history.site, 'incident', sourceId), source: site, sourceId, title, impact },
    ...{ startedAt: new Date(startedAt), resolvedAt: resolvedAt === null ? null : new Date(resolvedAt) },
    updates: updates.map(({ phase, text, at, states }) => ({
      ...{ phase, text, at },
      components: states.flatMap(({ componentSourceId, state }) => {
        const componentId = ids.get(componentSourceId);
        return componentId === undefined ? [] : [{ componentId, name: names.get(componentSourceId) ?? '', state }];
      }),
    })),
  }));
  const present = await tx.importedIncident.findMany({ where: { source: site } });
  const before = new Map(present.map((row) => [row.sourceId, row]));
  const isSame = (row: (typeof rows)[number]) =>
    sameText(inPlainOrder({ ...row, id: null }), inPlainOrder({ ...before.get(row.sourceId), id: null }));
  const added = rows.filter(({ sourceId }) => !before.has(sourceId));
  const changed = rows.filter((row) => before.has(row.sourceId) && !isSame(row));
  return { added, changed, known: rows.length - added.length - changed.length };
}

async function planMaintenance({ tx, source, history, now }: Given, { ids }: Placed): Promise<ImportPlan['maintenance']> {
  const idOf = (sourceId: string) => importedId(source, history.site, 'maintenance', sourceId);
  const all = history.maintenance.map((one) => ({ ...one, id: idOf(one.sourceId) }));
  const present = await tx.maintenance.findMany({ where: { id: { in: all.map(({ id }) => id) } }, select: { id: true } });
  const here = new Set(present.map(({ id }) => id));
  const fresh = all.filter(({ id }) => !here.has(id));
  const added = fresh.map(({ id, title, text, phase, startsAt, endsAt, componentSourceIds }) => ({
    ...{ id, title, text, phase, startsAt: new Date(startsAt), endsAt: new Date(endsAt), isPublic: true },
    ...{ componentIds: componentSourceIds.flatMap((one) => ids.get(one) ?? []), createdAt: now, updatedAt: now },
  }));
  const updates = fresh.flatMap(({ id, sourceId, updates: said }) =>
    said.map((one) => ({
      ...{ id: importedId(source, history.site, 'maintenance update', `${sourceId}:${one.sourceId}`), maintenanceId: id },
      ...{ phase: one.phase, text: one.text, at: new Date(one.at) },
    })),
  );
  return { added, updates, known: all.length - fresh.length };
}

async function planChanges({ tx, source, history, now }: Given, { ids, components }: Placed): Promise<ImportPlan['changes']> {
  const change = (sourceId: string, componentId: string, state: ComponentState, at: Date): ChangeRow => ({
    ...{ sourceId: importedId(source, history.site, 'change', sourceId), componentId, state, at, kind: 'import', isPublic: true },
  });
  const told = importedChanges(history).flatMap(({ sourceId, componentSourceId, state, at }) => {
    const componentId = ids.get(componentSourceId);
    return componentId === undefined || new Date(at) > now ? [] : [change(sourceId, componentId, state, new Date(at))];
  });
  const last = new Map(told.map(({ componentId, state }) => [componentId, state]));
  const fresh = new Set(components.added.map(({ id }) => id));
  // How a new component is there now, where its history does not say so.
  const present = history.components.flatMap(({ sourceId, state }) => {
    const componentId = ids.get(sourceId) ?? '';
    const isTold = (last.get(componentId) ?? 'operational') === state;
    return fresh.has(componentId) && !isTold ? [change(`present:${sourceId}`, componentId, state, now)] : [];
  });
  const keyOf = ({ sourceId, componentId }: { sourceId: string; componentId: string }) => `${sourceId}:${componentId}`;
  const all = [...new Map([...told, ...present].map((one) => [keyOf(one), one])).values()];
  const where = { kind: 'import', componentId: { in: [...new Set(all.map((one) => one.componentId))] } };
  const here = new Set((await tx.componentChange.findMany({ where })).map(keyOf));
  const added = all.filter((one) => !here.has(keyOf(one)));
  return { added, known: all.length - added.length };
}

/** What this import comes to, with nothing written yet. */
export async function planImport(given: Given): Promise<ImportPlan> {
  const placed = await planComponents(given);
  const incidents = await planIncidents(given, placed);
  const maintenance = await planMaintenance(given, placed);
  return { ...placed, incidents, maintenance, changes: await planChanges(given, placed) };
}
