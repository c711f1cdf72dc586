'use client';

import { useCallback, useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { usePolling } from '@/components/shell/use-running';
import type { Turn } from '@/lib/contracts/room';

/** What turned in the last 24 hours, kept up to date while the page is seen. */
export function useTurns(initial: readonly Turn[]): readonly Turn[] {
  const [turns, setTurns] = useState(initial);
  const load = useCallback(async () => {
    const answer = await callApi<{ turns: Turn[] }>('GET', '/api/v1/turns');
    if (!answer.ok) return;
    setTurns((before) => (JSON.stringify(before) === JSON.stringify(answer.value.turns) ? before : answer.value.turns));
  }, []);
  usePolling(load, 5_000);
  return turns;
}
