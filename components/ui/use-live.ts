'use client';

import { useSyncExternalStore } from 'react';

const nothing = () => () => undefined;

/** Whether the page lives in the browser: before that nothing that is pressed would do anything. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
