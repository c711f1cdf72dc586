import { createStore } from 'zustand/vanilla';

const KEY = 'warroom.impact-times';

const remembered = () => {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
};

/** Whether the log counts from the start of impact instead of showing the clock. */
export const impactTimes = createStore<{ on: boolean }>(() => ({ on: typeof window !== 'undefined' && remembered() }));

export function toggleImpactTimes() {
  const on = !impactTimes.getState().on;
  impactTimes.setState({ on });
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Forbidden storage only costs remembering the choice.
  }
}
