'use client';

import type { DragEvent } from 'react';
import { outside } from '@/lib/client/offers';
import { findHypothesis } from '@/lib/core/incident/find';
import { useRoomStore } from './room-provider';
import { useRoomUiStore } from './room-context';

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** A file dropped anywhere in the room is offered as evidence; on a card, as evidence on that hypothesis. */
export function useDroppedFiles() {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  return {
    // Without this the browser leaves the room to show the file.
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      const view = room.getState();
      if (outside(view) !== null) return;
      const card = event.target instanceof Element ? event.target.closest('article[id^="H"]') : null;
      const hypothesis = card ? findHypothesis(view.drawn, card.id) : null;
      ui.getState().open({ name: 'evidence', hypothesisId: hypothesis?.id ?? null, offered: { file } });
    },
  };
}
