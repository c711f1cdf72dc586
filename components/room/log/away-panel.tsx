'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { relativeText } from '@/components/ui/time/format';
import { useRoomStore } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { awaySummary, type Away } from './away';
import { LineText } from './line-text';
import { keepSeen, readSeen } from './seen';

const AWAY_MS = 5 * 60_000;
const WORTH_SAYING = 8;
const KEEP_EVERY_MS = 10_000;

/** For somebody who comes back: how much happened meanwhile, and the five lines that matter. */
export function AwayPanel() {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const [away, setAway] = useState<(Away & { sinceMs: number; firstSeq: number }) | null>(null);

  useEffect(() => {
    const { me, drawn, events } = room.getState();
    const seen = readSeen(me.userId, drawn.key);
    if (seen && Date.now() - seen.atMs > AWAY_MS) {
      const summary = awaySummary(drawn, events, seen.seq, me.userId);
      if (summary.count >= WORTH_SAYING) setAway({ ...summary, sinceMs: seen.atMs, firstSeq: seen.seq + 1 });
    }
    const keep = () => {
      const seq = room.getState().confirmed.seq;
      if (document.visibilityState === 'visible') keepSeen(me.userId, drawn.key, { seq, atMs: Date.now() });
    };
    const timer = setInterval(keep, KEEP_EVERY_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [room]);

  if (!away) return null;
  return (
    <section aria-label="While you were away" className="border-b border-line bg-accent-soft py-1.5 pr-1.5 pl-3">
      <header className="flex items-center gap-1">
        <h3 className="flex-1 text-xs font-medium">
          While you were away: {away.count} lines{' '}
          <span className="font-normal text-muted">since {relativeText(new Date(away.sinceMs).toISOString(), Date.now())}</span>
        </h3>
        <Button size="sm" variant="ghost" onClick={() => ui.getState().light(away.firstSeq)}>
          Read from there
        </Button>
        <IconButton size="sm" label="Put away" onClick={() => setAway(null)}>
          <X />
        </IconButton>
      </header>
      <ul className="flex flex-col gap-0.5 pr-4 pb-1 text-xs">
        {away.lines.map(({ seq, author, text }) => (
          <li key={seq} className="truncate">
            <span className="font-medium">{author}</span> <LineText text={text} lastSeq={seq} />
          </li>
        ))}
      </ul>
    </section>
  );
}
