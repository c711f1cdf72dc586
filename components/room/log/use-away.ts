import { useEffect, useState } from 'react';
import { useRoomStore } from '../room-provider';
import { awaySummary, type Away } from '@/lib/core/method/away';
import { keepSeen, readSeen, type Seen } from './seen';

const AWAY_MS = 5 * 60_000;
const WORTH_SAYING = 8;
const KEEP_EVERY_MS = 10_000;
const CATCHES_UP_MS = 5000;

export type MissedLines = Away & { /** Null for who is here for the first time. */ sinceMs: number | null; firstSeq: number };

const wasLong = (seen: Seen | null) => seen === null || Date.now() - seen.atMs > AWAY_MS;

/** What happened before somebody came, came back, or looked at this tab again; null where there is nothing worth saying. */
export function useAway(): { missed: MissedLines | null; putAway: () => void } {
  const room = useRoomStore();
  const [missed, setMissed] = useState<MissedLines | null>(null);

  useEffect(() => {
    const userId = room.getState().me.userId;
    const key = room.getState().drawn.key;
    const isVisible = () => document.visibilityState === 'visible';
    let stopCatchingUp = () => {};

    function look(seen: Seen | null) {
      const { drawn, events } = room.getState();
      const summary = awaySummary(drawn, events, seen?.seq ?? null, userId);
      if (summary.lines.length === 0 || summary.count < WORTH_SAYING) return;
      setMissed({ ...summary, sinceMs: seen?.atMs ?? null, firstSeq: (seen?.seq ?? 0) + 1 });
    }
    // What a sleeping tab missed comes a moment after it wakes up.
    function wake() {
      const seen = readSeen(userId, key);
      if (!isVisible() || seen === null || !wasLong(seen)) return;
      stopCatchingUp();
      look(seen);
      const unsubscribe = room.subscribe(() => look(seen));
      const timer = setTimeout(unsubscribe, CATCHES_UP_MS);
      stopCatchingUp = () => {
        clearTimeout(timer);
        unsubscribe();
      };
      keep();
    }
    function keep() {
      if (isVisible()) keepSeen(userId, key, { seq: room.getState().confirmed.seq, atMs: Date.now() });
    }

    const seen = readSeen(userId, key);
    if (wasLong(seen)) look(seen);
    const timer = setInterval(keep, KEEP_EVERY_MS);
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', wake);
    return () => {
      keep();
      stopCatchingUp();
      clearInterval(timer);
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [room]);

  return { missed, putAway: () => setMissed(null) };
}
