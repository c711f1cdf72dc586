import { createStore } from 'zustand/vanilla';
import type { Action } from './action';

/** What can be done on the page at hand: every mounted part adds its own. */
export const activeActions = createStore<{ sources: readonly (readonly Action[])[] }>(() => ({ sources: [] }));

/** Adds actions to the page; call what it returns to take them away again. */
export function offerActions(actions: readonly Action[]): () => void {
  activeActions.setState(({ sources }) => ({ sources: [...sources, actions] }));
  return () => activeActions.setState(({ sources }) => ({ sources: sources.filter((source) => source !== actions) }));
}

/** All of them, the latest part first: what lies on top answers first. */
export const allActions = (): Action[] => activeActions.getState().sources.toReversed().flat();
