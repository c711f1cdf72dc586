'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { untilHere } from '@/lib/client/until-here';
import { toast } from './toast';

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
      const waiting = new AbortController();
      const { signal } = waiting;
      const missed = () => void (isAsked && toast.info(NOT_HERE));
      void untilHere(fetch, { missed, signal }).then(
        (found) => void (signal.aborted || setFound(() => found)),
        () => undefined,
      );
      return () => waiting.abort();
    }, [Found]);
    return Found && <Found {...props} />;
  }
  return Object.assign(Later, { fetch });
}
