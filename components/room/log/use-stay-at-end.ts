'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type RefObject } from 'react';

/** Begins at the end, and keeps the end in view when the room for the log changes: a longer draft, a phone's keyboard. */
export function useStayAtEnd(
  scroller: RefObject<HTMLElement | null>,
  list: Virtualizer<HTMLDivElement, Element>,
  withinPx: number,
) {
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    list.scrollToEnd();
    const note = () => {
      isAtEnd.current = list.isAtEnd(withinPx);
    };
    const sizes = new ResizeObserver(() => {
      if (isAtEnd.current) list.scrollToEnd();
    });
    sizes.observe(element);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, [scroller, list, withinPx]);
}
