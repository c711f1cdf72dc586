import type { Refusal } from './command';
import { byWhom, conflict } from './conflict';
import type { Task } from './state';

/** A task ends once. */
export function alreadyEnded({ ref, state, stateSetBy }: Task): Refusal | null {
  if (state === 'open') return null;
  const how = state === 'done' ? 'was finished' : 'was dropped';
  return conflict(`${ref} ${how} already${byWhom(stateSetBy)}. Add a new task if something is left to do.`, state, stateSetBy);
}
