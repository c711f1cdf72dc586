'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { acquireRoomSocket } from '@/lib/client/room-socket';
import { createSharedDraft, type DraftView, type SharedDraft } from '@/lib/client/shared-draft';
import { systemTimers } from '@/lib/client/timers';
import { useRoomStore } from '../room-provider';

const EMPTY: DraftView = { texts: { team: '', stakeholders: '', public: '' }, fields: {}, isShared: false, problem: null };

function keeperOf(userId: string, incidentId: string) {
  const key = `warroom.update.${userId}.${incidentId}`;
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    keep(document: string | null) {
      try {
        if (document === null) localStorage.removeItem(key);
        else localStorage.setItem(key, document);
      } catch {
        // Where nothing may be kept, the draft lives as long as the window.
      }
    },
  };
}

/** The draft that everybody in this dialog writes; null until the browser has it. */
export function useSharedDraft(): { draft: SharedDraft | null; view: DraftView } {
  const room = useRoomStore();
  const [draft, setDraft] = useState<SharedDraft | null>(null);
  useEffect(() => {
    const { me, confirmed } = room.getState();
    const wire = acquireRoomSocket();
    const keeper = keeperOf(me.userId, confirmed.id);
    const opened = createSharedDraft({ incidentId: confirmed.id, socket: wire.socket, keeper, timers: systemTimers });
    setDraft(opened);
    return () => {
      opened.stop();
      wire.release();
    };
  }, [room]);
  const view = useSyncExternalStore(
    draft?.subscribe ?? (() => () => undefined),
    () => draft?.view() ?? EMPTY,
    () => EMPTY,
  );
  return { draft, view };
}
