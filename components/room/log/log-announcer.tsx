'use client';

import { useEffect, useRef, useState } from 'react';
import { announcing } from '@/lib/client/actions/announcing';
import { describe } from '@/lib/core/incident/describe';
import { useRoomStore } from '../room-provider';

const BATCH_MS = 1500;
const READ_OUT = 3;

/** Reads new lines of others out to screen readers, a few at a time. */
export function LogAnnouncer() {
  const room = useRoomStore();
  const [text, setText] = useState('');
  const heard = useRef(room.getState().events.at(-1)?.seq ?? 0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const speak = () => {
      timer = null;
      const { events, drawn, me } = room.getState();
      const fresh = events.filter(({ seq, actor }) => seq > heard.current && actor.userId !== me.userId);
      heard.current = events.at(-1)?.seq ?? heard.current;
      if (fresh.length === 0 || !announcing.getState().on) return;
      const said = fresh
        .slice(-READ_OUT)
        .map((event) => (event.type === 'log.written' ? `${event.actor.name}: ` : '') + describe(drawn, event));
      const more = fresh.length - said.length;
      setText([...(more > 0 ? [`${more} more lines.`] : []), ...said].join(' '));
    };
    const stop = room.subscribe((view, before) => {
      if (view.events !== before.events) timer ??= setTimeout(speak, BATCH_MS);
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [room]);

  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
