'use client';

import { useSyncExternalStore } from 'react';
import type { Zone } from './format';

const KEY = 'warroom.zone';
const listeners = new Set<() => void>();
let zone: Zone | null = null;

function read(): Zone {
  if (zone) return zone;
  try {
    zone = localStorage.getItem(KEY) === 'local' ? 'local' : 'utc';
  } catch {
    zone = 'utc';
  }
  return zone;
}

export function setZone(next: Zone) {
  zone = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Forbidden storage only costs remembering the choice.
  }
  for (const listener of listeners) listener();
}

export const toggleZone = () => setZone(read() === 'utc' ? 'local' : 'utc');

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether times are shown in UTC or in local time; the same everywhere on the page. */
export const useZone = (): Zone => useSyncExternalStore(subscribe, read, () => 'utc');
