'use client';

import { useEffect } from 'react';

const WAIT_MS = 4000;

/** Fetches parts of the page once the rest of it is at rest: without a network they could not be fetched when wanted. */
export function useFetchLater(parts: readonly (() => Promise<unknown>)[]) {
  useEffect(() => {
    const fetchAll = async () => {
      // One after the other: nobody waits for them.
      for (const part of parts) await part().catch(() => undefined);
    };
    const timer = setTimeout(() => void fetchAll(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [parts]);
}
