'use client';

import { useEffect, useState } from 'react';
import { hashOf, lineRangeOf, type LineRange } from './line-range';

export type LineAddress = {
  range: LineRange | null;
  choose: (range: LineRange | null) => void;
  /** The line to go to, as the address asked for it; what is chosen here is in view already. */
  asked: number | null;
};

/** The lines that the address names; choosing others changes the address. */
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

  function choose(next: LineRange | null) {
    setRange(next);
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', `${pathname}${search}${next ? hashOf(next) : ''}`);
  }
  return { range, choose, asked };
}
