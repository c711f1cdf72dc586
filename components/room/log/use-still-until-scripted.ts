'use client';

import { useLayoutEffect, type RefObject } from 'react';

/**
 * The server cannot scroll: the page it draws shows the end of the log by its layout alone (`data-still`), so that the
 * last lines are read before any script has run. From the first frame with scripts on, the window of lines scrolls.
 */
export function useStillUntilScripted(scroller: RefObject<HTMLElement | null>) {
  // Before the window measures and scrolls, which happens in the layout effects that follow.
  useLayoutEffect(() => scroller.current?.removeAttribute('data-still'), [scroller]);
}
