import { movedBefore } from './component-order';
import type { Tx } from './status-deps';

/** Components of a group (null: without one) in their order. */
export const idsInGroup = async (tx: Tx, groupId: string | null): Promise<string[]> => {
  const rows = await tx.component.findMany({
    ...{ where: { groupId, removedAt: null }, select: { id: true } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
};

export const idsOfGroups = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.componentGroup.findMany({ select: { id: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id }) => id);
};

/** Puts these components into a group, in this order. */
export const placeComponents = (tx: Tx, groupId: string | null, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE component SET group_id = ${groupId}::uuid, position = placed.position
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, position) WHERE component.id = placed.id`;

/** Puts all groups into this order. */
export const placeGroups = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE component_group SET position = placed.position
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS placed (id, position) WHERE component_group.id = placed.id`;

/** Whether putting it there changes nothing. */
export const isThereAlready = (ids: readonly string[], id: string, beforeId: string | null): boolean =>
  ids.includes(id) && movedBefore(ids, id, beforeId).join() === ids.join();
