'use client';

import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { IncidentPage, IncidentSummary } from '@/lib/contracts/room';
import { callApi } from './call-api';

export const RUNNING_QUERY = 'status=investigating,identified,monitoring&limit=50';

export type Running = {
  incidents: readonly IncidentSummary[];
  /** `stale`: nobody answers, this is how it stood; `signed-out`: the session is over. */
  state: 'fresh' | 'stale' | 'signed-out';
  refresh: () => void;
};

export const RunningContext = createContext<Running>({ incidents: [], state: 'fresh', refresh: () => undefined });
export const useRunning = () => use(RunningContext);

/** What one asks again every few seconds while the page is seen, and at once when it is seen or connected again. */
export function usePolling(poll: () => Promise<unknown>, everyMs: number) {
  const latest = useRef(poll);
  useEffect(() => {
    latest.current = poll;
  }, [poll]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const later = () => {
      clearTimeout(timer);
      if (!isOver && !document.hidden) timer = setTimeout(run, everyMs);
    };
    const run = () => {
      clearTimeout(timer);
      void latest.current().finally(later);
    };
    const seen = () => (document.hidden ? clearTimeout(timer) : run());
    later();
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', seen);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', seen);
    };
  }, [everyMs]);
}

/** Keeps the running incidents up to date; what did not change is not drawn again. */
export function useRunningPolled(initial: readonly IncidentSummary[], everyMs: number): Running {
  const [incidents, setIncidents] = useState(initial);
  const [state, setState] = useState<Running['state']>('fresh');
  const asText = useRef(JSON.stringify(initial));

  const poll = useCallback(async () => {
    const answer = await callApi<IncidentPage>('GET', `/api/v1/incidents?${RUNNING_QUERY}`);
    if (!answer.ok) return setState(answer.problem?.code === 'unauthenticated' ? 'signed-out' : 'stale');
    setState('fresh');
    const text = JSON.stringify(answer.value.incidents);
    if (text === asText.current) return;
    asText.current = text;
    setIncidents(answer.value.incidents);
  }, []);
  usePolling(poll, everyMs);

  return { incidents, state, refresh: useCallback(() => void poll(), [poll]) };
}
