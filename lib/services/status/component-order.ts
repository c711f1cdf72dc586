import { ServiceError } from '../errors';

type Placed = { id: string; position: number };

export const byPosition = (one: Placed, other: Placed): number =>
  one.position - other.position || (one.id < other.id ? -1 : Number(one.id > other.id));

/** Components in the order of the page: those without a group first, then group by group. */
export function inOrder<Component extends Placed & { groupId: string | null }>(
  groups: readonly Placed[],
  components: readonly Component[],
): Component[] {
  const rank = new Map([...groups].sort(byPosition).map(({ id }, index) => [id, index]));
  const rankOf = ({ groupId }: Component) => rank.get(groupId ?? '') ?? -1;
  return [...components].sort((one, other) => rankOf(one) - rankOf(other) || byPosition(one, other));
}

/** The ids with one of them put before another, or last. Refuses where the other is not there (any more). */
export function movedBefore(ids: readonly string[], id: string, beforeId: string | null): string[] {
  const others = ids.filter((one) => one !== id);
  if (beforeId === id) return [...ids];
  if (beforeId === null) return [...others, id];
  const index = others.indexOf(beforeId);
  if (index >= 0) return others.toSpliced(index, 0, id);
  throw new ServiceError(
    'conflict',
    'Somebody moved or removed the one it was put before. Look at the order now, and move it again.',
  );
}
