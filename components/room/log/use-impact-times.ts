'use client';

import { useSyncExternalStore } from 'react';
import { impactTimes } from '@/lib/client/actions/impact-times';

/** Whether the log counts from the start of impact. The server draws the clock, so the first drawing does too. */
export const useImpactTimes = (): boolean =>
  useSyncExternalStore(
    impactTimes.subscribe,
    () => impactTimes.getState().on,
    () => false,
  );
