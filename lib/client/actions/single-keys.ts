import { createStore } from 'zustand/vanilla';

const KEY = 'warroom.single-keys';

const remembered = () => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

/** Whether shortcuts without Ctrl or Cmd answer; people who dictate or use a switch turn them off. */
export const singleKeys = createStore<{ on: boolean }>(() => ({ on: typeof window === 'undefined' || remembered() }));

export function setSingleKeys(on: boolean) {
  singleKeys.setState({ on });
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Forbidden storage only costs remembering the choice.
  }
}
