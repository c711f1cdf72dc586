'use client';

import { useEffect } from 'react';

const COUNT = /^\(\d+\) /;

type Badging = { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> };

/** Shows how many are unread in front of the title of the tab, and on the icon where the application is installed. */
export function useTitleCount(count: number) {
  useEffect(() => {
    const badging = navigator as Navigator & Badging;
    void (count > 0 ? badging.setAppBadge?.(count) : badging.clearAppBadge?.())?.catch(() => undefined);
    const write = () => {
      const bare = document.title.replace(COUNT, '');
      const wanted = count > 0 ? `(${count}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    // Every page sets a title of its own.
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
}
