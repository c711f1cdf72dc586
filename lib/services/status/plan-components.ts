import type { ImportSource } from '@/lib/contracts/status-page';
import type { ImportedHistory } from '@/lib/core/status/imported-history';
import type { Prisma } from '@/lib/db/generated/client';
import { importedId } from './imported-id';
import type { Tx } from './status-deps';

/** `ids` and `names`: of our components, by what they are called there. */
export type Placed = {
  groups: { added: Prisma.ComponentGroupCreateManyInput[]; known: number };
  components: { added: Prisma.ComponentCreateManyInput[]; known: number };
  ids: Map<string, string>;
  names: Map<string, string>;
};

type Given = { tx: Tx; source: ImportSource; history: ImportedHistory; now: Date };
type PlacedGroups = Placed['groups'] & { ids: Map<string, string> };

const asRead = (name: string) => name.toLowerCase();
const lastOf = (rows: readonly { position: number }[]) => Math.max(0, ...rows.map(({ position }) => position));

async function planGroups({ tx, source, history, now }: Given): Promise<PlacedGroups> {
  const present = await tx.componentGroup.findMany();
  const here = new Set(present.map(({ id }) => id));
  const byName = new Map(present.map(({ id, name }) => [asRead(name), id]));
  const placed: PlacedGroups = { added: [], known: 0, ids: new Map() };
  for (const { sourceId, name } of history.groups) {
    const made = importedId(source, history.site, 'group', sourceId);
    const id = here.has(made) ? made : (byName.get(asRead(name)) ?? made);
    placed.ids.set(sourceId, id);
    if (here.has(id)) continue;
    here.add(id);
    byName.set(asRead(name), id);
    placed.added.push({ id, name, position: lastOf(present) + placed.added.length + 1, createdAt: now });
  }
  return { ...placed, known: history.groups.length - placed.added.length };
}

/** Finds what is here already, by its id from an earlier import or by its name; says what else there is to add. */
export async function planComponents(given: Given): Promise<Placed> {
  const { tx, source, history, now } = given;
  const { ids: groupIds, ...groups } = await planGroups(given);
  const present = await tx.component.findMany();
  const placeOf = (groupId: string | null, name: string) => `${groupId ?? ''}\n${asRead(name)}`;
  const here = new Map(present.map(({ id, name }) => [id, name]));
  const byPlace = new Map(present.filter((one) => !one.removedAt).map((one) => [placeOf(one.groupId, one.name), one.id]));
  const placed: Placed = { groups, components: { added: [], known: 0 }, ids: new Map(), names: new Map() };
  const { added } = placed.components;
  for (const { sourceId, name, description, groupSourceId, isPublic } of history.components) {
    const groupId = groupIds.get(groupSourceId ?? '') ?? null;
    const made = importedId(source, history.site, 'component', sourceId);
    const id = here.has(made) ? made : (byPlace.get(placeOf(groupId, name)) ?? made);
    placed.ids.set(sourceId, id);
    placed.names.set(sourceId, here.get(id) ?? name);
    if (here.has(id)) continue;
    here.set(id, name);
    byPlace.set(placeOf(groupId, name), id);
    added.push({ id, name, description, groupId, position: lastOf(present) + added.length + 1, isPublic, createdAt: now });
  }
  placed.components.known = history.components.length - added.length;
  return placed;
}
