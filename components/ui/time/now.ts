'use client';

import { createContext, use, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | null = null;
let second = Math.floor(Date.now() / 1000);

function tick() {
  second = Math.floor(Date.now() / 1000);
  for (const listener of listeners) listener();
  timer = setTimeout(tick, 1000 - (Date.now() % 1000) + 2);
}

// One timer on the full second for the whole page, so that all clocks move together.
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === null) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
  };
}

/** When the server drew the page, in ms: what clocks show until the page lives in the browser. */
export const DrawnAt = createContext<number | null>(null);

const floor = (ms: number, stepMs: number) => Math.floor(ms / stepMs) * stepMs;

/** The time in ms, to steps of `stepMs`, moved by `offsetMs` where the server's clock is known to differ. */
export function useNow(stepMs = 1000, offsetMs = 0): number | null {
  const drawnAtMs = use(DrawnAt);
  return useSyncExternalStore<number | null>(
    subscribe,
    () => floor(second * 1000 + offsetMs, stepMs),
    () => (drawnAtMs === null ? null : floor(drawnAtMs, stepMs)),
  );
}
