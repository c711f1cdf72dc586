import type { ComponentList, PageComponent } from '@/lib/contracts/status-page';

/** Where something is to stand: in which group (null: without one), before which other; null: last. */
export type Place = { groupId: string | null; beforeId: string | null };

function before<T extends { id: string }>(all: readonly T[], one: T, beforeId: string | null): T[] {
  const others = all.filter(({ id }) => id !== one.id);
  const index = beforeId === null ? -1 : others.findIndex(({ id }) => id === beforeId);
  return index < 0 ? [...others, one] : others.toSpliced(index, 0, one);
}

export const inGroup = ({ components }: ComponentList, groupId: string | null): PageComponent[] =>
  components.filter((one) => one.groupId === groupId);

/** The list as it is drawn at once, before the server has answered. */
export function withComponentAt(list: ComponentList, id: string, { groupId, beforeId }: Place): ComponentList {
  const one = list.components.find((each) => each.id === id);
  if (!one) return list;
  const moved = { ...one, groupId };
  const rest = list.components.filter((each) => each.id !== id);
  const places = [null, ...list.groups.map((group) => group.id)];
  const components = places.flatMap((place) => {
    const inside = rest.filter((each) => each.groupId === place);
    return place === groupId ? before(inside, moved, beforeId) : inside;
  });
  return { ...list, components };
}

export function withGroupBefore(list: ComponentList, id: string, beforeId: string | null): ComponentList {
  const one = list.groups.find((each) => each.id === id);
  return one ? { ...list, groups: before(list.groups, one, beforeId) } : list;
}

/** One step up or down: within the group, and over its edge into the next one. Null where there is no further. */
export function componentStep(list: ComponentList, { id, groupId }: PageComponent, by: -1 | 1): Place | null {
  const inside = inGroup(list, groupId);
  const index = inside.findIndex((each) => each.id === id);
  if (by === -1 && index > 0) return { groupId, beforeId: inside[index - 1]?.id ?? null };
  if (by === 1 && index < inside.length - 1) return { groupId, beforeId: inside[index + 2]?.id ?? null };
  const places = [null, ...list.groups.map((group) => group.id)];
  const next = places[places.indexOf(groupId) + by];
  if (next === undefined) return null;
  return { groupId: next, beforeId: by === 1 ? (inGroup(list, next)[0]?.id ?? null) : null };
}

/** Before which other group it stands after one step; undefined where there is no further. */
export function groupStep({ groups }: ComponentList, id: string, by: -1 | 1): string | null | undefined {
  const index = groups.findIndex((each) => each.id === id);
  if (index + by < 0 || index + by >= groups.length) return undefined;
  return (by === -1 ? groups[index - 1]?.id : groups[index + 2]?.id) ?? null;
}
