'use client';

import { useEffect, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { fetchBehind } from '@/lib/client/behind';
import { onServer } from './behind-on-server';
import { EARLY, keepPlace } from './keep-place';
import { useLive } from './use-live';

const CONTROL = 'a, button, input, textarea, select, summary, article, [tabindex]';

let pressed: Element | null = null;
if (typeof window !== 'undefined') {
  // Before React, which lets go what is pressed on what is only a picture.
  const press = ({ target }: Event) => {
    if (target instanceof Element && target.closest(`[${EARLY}]`)) pressed = target.closest(CONTROL);
  };
  window.addEventListener('click', press, true);
}

/** What the server drew is left as it stands: React looks at nothing inside. */
const AS_DRAWN = { __html: '' };

/**
 * A part of the page whose scripts come behind the rest. The server draws it whole; until its scripts are here that
 * picture stands, and what is pressed, typed or focused in it meanwhile counts once they are.
 */
export function behind<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  if (typeof window === 'undefined') return onServer(load);
  let part: ComponentType<Props> | null = null;

  return function Behind(props: Props) {
    // What this very page drew on the server stands; what is drawn here first begins empty.
    const isLive = useLive();
    const [Part, setPart] = useState(() => (isLive ? part : null));
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (Part) return;
      let isOver = false;
      void fetchBehind(load).then((found) => {
        part = found;
        if (isOver || !place.current) return;
        const asked = pressed && place.current.contains(pressed) ? pressed : null;
        if (asked) pressed = null;
        keepPlace(place.current, asked, () => {
          flushSync(() => setPart(() => found));
          return place.current;
        });
      });
      return () => {
        isOver = true;
      };
    }, [Part]);
    if (Part)
      return (
        <div key="part" ref={place} className="contents">
          <Part {...props} />
        </div>
      );
    return (
      <div
        key="picture"
        ref={place}
        {...{ [EARLY]: '' }}
        className="contents"
        suppressHydrationWarning
        // Nothing is put in: it keeps React from looking at what the server drew.
        // oxlint-disable-next-line react/no-danger
        dangerouslySetInnerHTML={AS_DRAWN}
      />
    );
  };
}

/** A part that is drawn, live, by something simpler until its scripts are here. */
export function inPlaceOf<Props extends object>(
  Simpler: ComponentType<Props>,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;

  return function InPlaceOf(props: Props) {
    const [Part, setPart] = useState(() => part ?? Simpler);
    useEffect(() => {
      let isOver = false;
      void fetchBehind(load).then((found) => {
        part = found;
        if (!isOver) setPart(() => found);
      });
      return () => {
        isOver = true;
      };
    }, []);
    return <Part {...props} />;
  };
}
