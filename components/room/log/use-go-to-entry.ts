'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useRoom } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { useRoomUi, useRoomUiStore } from '../room-context';
import type { LogRow } from './log-rows';

const entrySeq = (hash: string): number | null => {
  const match = /^#e([1-9]\d{0,8})$/.exec(hash);
  return match ? Number(match[1]) : null;
};

/** The row of an entry; where it has none, as a pin has not, that of the next one. -1 where earlier ones are to be loaded. */
export function rowOf(rows: readonly LogRow[], seq: number): number {
  let [best, bestSeq, firstSeq] = [-1, Infinity, Infinity];
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'entry' || row.pending) continue;
    const found = row.event.seq;
    firstSeq = Math.min(firstSeq, found);
    if (found >= seq && found < bestSeq) [best, bestSeq] = [index, found];
  }
  return bestSeq === seq || firstSeq <= seq ? best : -1;
}

/** Scrolls to the line that the address or a reference names, and loads earlier ones until it is there. */
export function useGoToEntry(rows: LogRow[], list: Virtualizer<HTMLDivElement, Element>) {
  const ui = useRoomUiStore();
  const lit = useRoomUi((state) => state.lit);
  const hasEarlier = useRoom((view) => view.hasEarlier);
  const isLoading = useRoom((view) => view.loadingEarlier);
  const { loadEarlier } = useRoomActions();
  const shown = useRef(0);

  useEffect(() => {
    const follow = () => {
      const seq = entrySeq(window.location.hash);
      if (seq !== null) ui.getState().light(seq);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [ui]);

  useEffect(() => {
    if (!lit || lit.count === shown.current) return;
    const index = rowOf(rows, lit.seq);
    if (index !== -1) {
      shown.current = lit.count;
      list.scrollToIndex(index, { align: 'center' });
    } else if (hasEarlier && !isLoading) void loadEarlier();
    else if (!hasEarlier) shown.current = lit.count;
  }, [lit, rows, list, hasEarlier, isLoading, loadEarlier]);
}
