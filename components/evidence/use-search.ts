'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { fetchBodyLines } from './fetch-body-lines';
import { searchLines, type Found, type Hit } from './search-lines';

export type Search = {
  query: string;
  setQuery: (query: string) => void;
  found: Found | null;
  /** Which of the hits is looked at, from 0. */
  index: number;
  hit: Hit | null;
  step: (by: 1 | -1) => void;
  hitsOn: (line: number) => readonly Hit[];
  /** Why there is nothing to search in, or null. */
  problem: string | null;
};

const NO_HITS: readonly Hit[] = [];
const PAUSE_MS = 180;
const UNREACHABLE = 'The output cannot be fetched for searching just now. Try again.';

/** Searches the whole output, which is fetched for that when something is first searched. */
export function useSearch(bodyPath: string): Search {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [index, setIndex] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const lines = useRef<Promise<string[]> | null>(null);

  useEffect(() => {
    const ended = new AbortController();
    setIndex(0);
    if (query === '') {
      setFound(null);
      return;
    }
    const timer = setTimeout(async () => {
      try {
        lines.current ??= fetchBodyLines(bodyPath);
        setProblem(null);
        await searchLines(await lines.current, query, setFound, ended.signal);
      } catch {
        lines.current = null;
        setProblem(UNREACHABLE);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [query, bodyPath]);

  const byLine = useMemo(() => {
    const all = new Map<number, Hit[]>();
    for (const hit of found?.hits ?? []) {
      const there = all.get(hit.line);
      if (there) there.push(hit);
      else all.set(hit.line, [hit]);
    }
    return all;
  }, [found]);
  const count = found?.hits.length ?? 0;
  return {
    query,
    setQuery,
    found,
    index,
    hit: found?.hits[index] ?? null,
    step: (by) => setIndex((now) => (count === 0 ? 0 : (now + by + count) % count)),
    hitsOn: (line) => byLine.get(line) ?? NO_HITS,
    problem,
  };
}
