'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let chosen: string | null = null;
let formats: Intl.DateTimeFormat | null = null;

/** Sets what "local" means: the time zone of the profile, or null for that of the browser. */
export function setLocalZone(name: string | null) {
  if (name === chosen) return;
  chosen = name;
  formats = null;
  for (const listener of listeners) listener();
}

const partsFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** How many minutes local time is ahead of UTC at an instant. */
export function localOffsetMin(instantMs: number): number {
  if (chosen === null || Number.isNaN(instantMs)) return -new Date(instantMs).getTimezoneOffset();
  formats ??= partsFormat(chosen);
  const part = Object.fromEntries(formats.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instantMs) / 60_000);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The name of the local time zone, `Europe/Berlin`; null until the page lives in the browser. */
export const useLocalZoneName = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
