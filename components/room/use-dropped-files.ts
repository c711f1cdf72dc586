'use client';

import { useEffect } from 'react';
import { outside } from '@/lib/client/offers';
import { findHypothesis } from '@/lib/core/incident/find';
import { useRoomStore } from './room-provider';
import { useRoomUiStore } from './room-context';

/** A file dropped anywhere in the room is offered as evidence; on a card, as evidence on that hypothesis. */
export function useDroppedFiles() {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  useEffect(() => {
    // Without this the browser leaves the room to show the file.
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      const panel = event.target instanceof Element ? event.target.closest('[data-tab]') : null;
      if (!file || !panel) return;
      event.preventDefault();
      const view = room.getState();
      if (outside(view) !== null) return;
      const card = event.target instanceof Element ? event.target.closest('article[id^="H"]') : null;
      const hypothesis = card ? findHypothesis(view.drawn, card.id) : null;
      ui.getState().open({ name: 'evidence', hypothesisId: hypothesis?.id ?? null, offered: { file } });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [room, ui]);
}
