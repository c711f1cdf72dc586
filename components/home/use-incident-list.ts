'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { usePolling } from '@/components/shell/use-running';
import type { IncidentPage, IncidentSummary } from '@/lib/contracts/room';
import { mergePages } from './merge-pages';

export type IncidentList = {
  incidents: readonly IncidentSummary[];
  nextCursor: string | null;
  /** What is shown answers an earlier question. */
  isBehind: boolean;
  problem: string | null;
  more: () => Promise<void>;
};

const PAGE = 50;
const TYPING_MS = 150;

/** The incidents that answer an address query, kept up to date while the page is seen. */
export function useIncidentList(query: string, initial: { query: string; page: IncidentPage }): IncidentList {
  const [{ page, of }, setShown] = useState({ page: initial.page, of: initial.query });
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef(initial.query);

  const load = useCallback(async (text: string) => {
    asked.current = text;
    const answer = await callApi<IncidentPage>('GET', `/api/v1/incidents?${text}${text && '&'}limit=${PAGE}`);
    if (asked.current !== text) return;
    if (!answer.ok) return setProblem(answer.message);
    setProblem(null);
    setShown((before) =>
      before.of === text ? { of: text, page: merged(before.page, answer.value) } : { of: text, page: answer.value },
    );
  }, []);

  useEffect(() => {
    if (asked.current === query) return;
    const timer = setTimeout(() => void load(query), TYPING_MS);
    return () => clearTimeout(timer);
  }, [query, load]);
  usePolling(
    useCallback(() => load(query), [load, query]),
    5_000,
  );

  async function more() {
    if (!page.nextCursor) return;
    const answer = await callApi<IncidentPage>(
      'GET',
      `/api/v1/incidents?${of}${of && '&'}limit=${PAGE}&cursor=${page.nextCursor}`,
    );
    if (!answer.ok) return setProblem(answer.message);
    setShown((before) =>
      before.of === of
        ? { of, page: { incidents: [...before.page.incidents, ...answer.value.incidents], nextCursor: answer.value.nextCursor } }
        : before,
    );
  }

  return { incidents: page.incidents, nextCursor: page.nextCursor, isBehind: of !== query, problem, more };
}

function merged(before: IncidentPage, latest: IncidentPage): IncidentPage {
  const incidents = mergePages(before.incidents, latest.incidents, latest.nextCursor === null);
  const nextCursor = incidents.length > latest.incidents.length ? before.nextCursor : latest.nextCursor;
  const next = { incidents, nextCursor };
  return JSON.stringify(next) === JSON.stringify(before) ? before : next;
}
