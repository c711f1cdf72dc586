'use client';

import { useCallback, useEffect, useState } from 'react';
import { hashOf, lineRangeOf, picked, type LineRange } from './line-range';

export type LineAddress = {
  range: LineRange | null;
  /** The line to go to, as the address asked for it; what is picked here is in view already. */
  asked: number | null;
  pick: (line: number, extend: boolean) => void;
  /** Picks lines that may be far away, and goes there. */
  go: (range: LineRange) => void;
  clear: () => void;
};

function write(range: LineRange | null) {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}${search}${range ? hashOf(range) : ''}`);
}

/** The lines that the address names; picking others changes the address. */
export function useLineAddress(): LineAddress {
  const [range, setRange] = useState<LineRange | null>(null);
  const [asked, setAsked] = useState<number | null>(null);

  useEffect(() => {
    const follow = () => {
      const named = lineRangeOf(window.location.hash);
      setRange(named);
      setAsked(named?.from ?? null);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const choose = useCallback((next: LineRange | null) => {
    setRange(next);
    write(next);
  }, []);
  const pick = useCallback(
    (line: number, extend: boolean) => choose(picked(lineRangeOf(window.location.hash), line, extend)),
    [choose],
  );
  const go = useCallback(
    (next: LineRange) => {
      choose(next);
      setAsked(next.from);
    },
    [choose],
  );
  return { range, asked, pick, go, clear: () => choose(null) };
}
