import { createStore } from 'zustand/vanilla';

const KEY = 'warroom.announce';

const remembered = () => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

/** Whether new lines of others are read out to screen readers. */
export const announcing = createStore<{ on: boolean }>(() => ({ on: typeof window === 'undefined' || remembered() }));

export function setAnnouncing(on: boolean) {
  announcing.setState({ on });
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Forbidden storage only costs remembering the choice.
  }
}
