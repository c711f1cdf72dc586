import type { RoomView } from '@/lib/client/room-view';
import { entryOf } from '@/lib/core/incident/ledger';

/** The last note of this person that still has its words, or null. */
export function lastOwnEntry({ events, drawn, me }: Pick<RoomView, 'events' | 'drawn' | 'me'>): number | null {
  const own = events.findLast((event) => {
    const isOwn = event.type === 'log.written' && event.actor.userId === me.userId;
    return isOwn && !entryOf(drawn.entries, event.seq)?.redacted;
  });
  return own?.seq ?? null;
}
