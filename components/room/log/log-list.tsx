'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { useRoom } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { LogRowView } from './log-row-view';
import type { LogRow } from './log-rows';
import { NewLines } from './new-lines';
import { useGoToEntry } from './use-go-to-entry';
import { useStayAtEnd } from './use-stay-at-end';

const LINE_PX = 26;
const OVERSCAN = 12;
const FIRST_VIEW = { width: 420, height: 900 };
const LOAD_WITHIN = 20;
/** As near to the end as counts for being there. */
const END_PX = 48;

type LogListProps = { rows: LogRow[] };

const keepsEnd = ({ key }: KeyboardEvent) => ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '].includes(key);

/** The lines in a window that scrolls: only what is near the screen is drawn, the end is followed while it is in view. */
export function LogList({ rows }: LogListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const hasEarlier = useRoom((view) => view.hasEarlier);
  const isLoading = useRoom((view) => view.loadingEarlier);
  const { loadEarlier } = useRoomActions();
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    initialRect: FIRST_VIEW,
    initialOffset: () => Math.max(0, rows.length * LINE_PX - FIRST_VIEW.height),
    paddingStart: 8,
    paddingEnd: 8,
  });
  const items = list.getVirtualItems();
  const isNearStart = (items[0]?.index ?? 0) < LOAD_WITHIN;

  useStayAtEnd(scroller, list, END_PX);
  useEffect(() => {
    if (isNearStart && hasEarlier && !isLoading) void loadEarlier();
  }, [isNearStart, hasEarlier, isLoading, loadEarlier]);
  useGoToEntry(rows, list);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label="Log"
        aria-live="off"
        aria-busy={isLoading}
        tabIndex={0}
        onKeyDown={(event) => keepsEnd(event) && event.stopPropagation()}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:outline-offset-[-2px]"
      >
        {isLoading && <LoadingEarlier />}
        <div className="relative w-full" style={{ height: list.getTotalSize() }}>
          {items.map((item) => (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <LogRowView row={rows[item.index]} />
            </div>
          ))}
        </div>
      </div>
      <NewLines rows={rows} list={list} withinPx={END_PX} />
    </div>
  );
}

function LoadingEarlier() {
  return (
    <div className="pointer-events-none absolute inset-x-0 top-0 z-10 flex flex-col gap-2 bg-surface p-3" role="status">
      <span className="text-xs text-muted">Loading earlier lines …</span>
      <Skeleton className="h-3 w-3/4" />
      <Skeleton className="h-3 w-1/2" />
    </div>
  );
}
