import type { Instant } from '@/lib/core/ids';
import { COMPONENT_STATES, type ComponentState } from './component-state';

/** From when on a component is how. */
export type StateChange = { sourceId: string; at: Instant; state: ComponentState };

/** While it is being maintained. */
export type Window = { from: Instant; to: Instant };

const rank = (state: ComponentState) => COMPONENT_STATES.indexOf(state);

export const worse = (one: ComponentState, other: ComponentState): ComponentState => (rank(one) >= rank(other) ? one : other);

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The changes in the order in which they count: by time, those of one time by their source. */
export const inOrder = <T extends StateChange>(changes: readonly T[]): T[] =>
  changes.toSorted((a, b) => compared(a.at, b.at) || compared(a.sourceId, b.sourceId));

/** How many of the changes, which are in order, are not after `at`. */
export function countUntil(changes: readonly StateChange[], at: Instant): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How a component is at a time: as its last change until then says, and no better than a maintenance that is under way. */
export function stateAt(changes: readonly StateChange[], windows: readonly Window[], at: Instant): ComponentState {
  const said = changes[countUntil(changes, at) - 1]?.state ?? 'operational';
  return windows.some(({ from, to }) => from <= at && at < to) ? worse(said, 'under_maintenance') : said;
}
