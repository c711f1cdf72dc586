'use client';

import { useLayoutEffect, type RefObject } from 'react';
import { place, type Align, type Side } from './place';

/** Shows a mounted panel in the top layer beside its anchor, and keeps it there while the page moves. */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  side: Side,
  align: Align,
  gapPx = 4,
) {
  useLayoutEffect(() => {
    const [from, shown] = [anchor.current, panel.current];
    if (!from || !shown) return;
    if (!shown.matches(':popover-open')) shown.showPopover();
    const put = () => place(from, shown, { side, align, gapPx });
    put();
    const sizes = new ResizeObserver(put);
    sizes.observe(shown);
    window.addEventListener('resize', put);
    window.addEventListener('scroll', put, { capture: true, passive: true });
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', put);
      window.removeEventListener('scroll', put, { capture: true });
    };
  }, [anchor, panel, side, align, gapPx]);
}
