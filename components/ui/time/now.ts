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

let deviceOffsetMs = 0;

/** What the clock of this device is wrong by, as far as the server has told. */
export function setDeviceOffset(offsetMs: number) {
  if (offsetMs === deviceOffsetMs) return;
  deviceOffsetMs = offsetMs;
  for (const listener of listeners) listener();
}

/** The time in ms, to steps of `stepMs`, by the server's clock: `offsetMs` from that of the device where it is known better. */
export function useNow(stepMs = 1000, offsetMs?: number): number | null {
  const drawnAtMs = use(DrawnAt);
  return useSyncExternalStore<number | null>(
    subscribe,
    () => floor(second * 1000 + (offsetMs ?? deviceOffsetMs), stepMs),
    () => (drawnAtMs === null ? null : floor(drawnAtMs, stepMs)),
  );
}
