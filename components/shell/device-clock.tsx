'use client';

import { useEffect } from 'react';
import { setDeviceOffset } from '@/components/ui/time/now';
import { createServerClock } from '@/lib/client/server-clock';

// A Date header knows no less than seconds.
const DATE_STEP_MS = 1000;

const clock = createServerClock({ nowMs: () => Date.now() });
clock.subscribe(setDeviceOffset);

/** Learns from an answer how far the clock of this device is off. */
export function learnTime(date: string | null, askedAtMs: number) {
  if (date) clock.measure(date, askedAtMs, DATE_STEP_MS);
}

/** Learns the same from when the server drew this page, which lies between its being asked for and now. */
export function DeviceClock({ drawnAtMs }: { drawnAtMs: number }) {
  useEffect(() => clock.measure(new Date(drawnAtMs).toISOString(), performance.timeOrigin), [drawnAtMs]);
  return null;
}
