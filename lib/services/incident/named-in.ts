import type { KnownComponent } from '@/lib/core/incident/command';
import type { People } from './people-in';

/** Who and what commands name, as it stands in their transaction. */
export type Named = { people: People; components: ReadonlyMap<string, KnownComponent> };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const idsOf = (components: unknown): unknown[] =>
  Array.isArray(components) ? components.slice(0, 200).map((one: { componentId?: unknown } | null) => one?.componentId) : [];

/** Ids of the components that these inputs name. */
export function componentsIn(askings: readonly { input: unknown }[]): string[] {
  const named = askings.flatMap(({ input }) => idsOf((input as { components?: unknown } | null)?.components));
  const ids = named.filter((id): id is string => typeof id === 'string' && UUID.test(id));
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
