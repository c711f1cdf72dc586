'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi, type ApiAnswer } from '@/components/shell/call-api';

/** Reads something over the API; `null` until there is an answer. `again` reads it anew and keeps what is shown meanwhile. */
export function useRead<T>(path: string): { answer: ApiAnswer<T> | null; again: () => void } {
  const [answer, setAnswer] = useState<ApiAnswer<T> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    void callApi<T>('GET', path, { signal: leaving.signal }).then((said) => {
      if (!leaving.signal.aborted) setAnswer(said);
    });
    return () => leaving.abort();
  }, [path, round]);
  return { answer, again: useCallback(() => setRound((now) => now + 1), []) };
}
