'use client';

import { useSyncExternalStore } from 'react';
import { useRoom } from '../room-provider';

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

/** The server's time in ms, to steps of `stepMs`; null until the page lives in the browser. */
export function useNow(stepMs = 1000): number | null {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  return useSyncExternalStore<number | null>(
    subscribe,
    () => Math.floor((second * 1000 + offsetMs) / stepMs) * stepMs,
    () => null,
  );
}
