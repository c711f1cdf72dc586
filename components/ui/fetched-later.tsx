'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { toast } from './toast';

const AGAIN_MS = 3_000;
const NOT_HERE = 'The network went before this part of the page was here. It opens as soon as the network is back.';

type FetchedLater<Props> = ComponentType<Props> & { fetch: () => Promise<unknown> };

/**
 * A part that the page does without at first, drawn from when it is here. Where it cannot be fetched it is asked for again,
 * every few seconds and when the network is back; the page around it stands meanwhile. `isAsked`: somebody waits for it.
 */
export function fetchedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isAsked = true } = {},
): FetchedLater<Props> {
  let part: ComponentType<Props> | null = null;
  const fetch = () => load().then((found) => (part = found));

  function Later(props: Props) {
    const [Found, setFound] = useState(() => part);
    useEffect(() => {
      if (Found) return;
      let isOver = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const seek = (isFirst: boolean) => {
        clearTimeout(timer);
        const missed = () => {
          if (isOver) return;
          if (isFirst && isAsked) toast.info(NOT_HERE);
          timer = setTimeout(seek, AGAIN_MS, false);
        };
        void fetch().then((found) => void (isOver || setFound(() => found)), missed);
      };
      const seekNow = () => seek(false);
      seek(true);
      window.addEventListener('online', seekNow);
      return () => {
        isOver = true;
        clearTimeout(timer);
        window.removeEventListener('online', seekNow);
      };
    }, [Found]);
    return Found && <Found {...props} />;
  }
  return Object.assign(Later, { fetch });
}
