'use client';

import clsx from 'clsx';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useRoom } from '@/components/room/room-provider';
import type { Evidence } from '@/lib/core/incident/state';
import { createLineStore, fetchLinesOf, type LinesAnswer, type LineStore } from './line-store';
import { holds } from './line-range';
import { OutputLine } from './output-line';
import { OutputToolbar } from './output-toolbar';
import type { Hit } from './search-lines';
import { useLineAddress } from './use-line-address';
import { useSearch } from './use-search';

const LINE_PX = 20;
const OVERSCAN = 14;
/** What the column of line numbers may hide. */
const MARGIN_PX = 96;
const FIRST_VIEW = { width: 900, height: 900 };

type OutputViewProps = { evidence: Evidence; firstLines: LinesAnswer | null };

/** The lines of an output with their numbers: only those near the screen are fetched and drawn. */
export function OutputView({ evidence, firstLines }: OutputViewProps) {
  const { ref, lineCount } = evidence;
  const total = lineCount ?? 0;
  const key = useRoom((view) => view.drawn.key);
  const path = `/api/v1/incidents/${key}/evidence/${ref}`;
  const [store] = useState(() => createLineStore(fetchLinesOf(path), total, firstLines));
  useSyncExternalStore(store.subscribe, store.version, store.version);
  const [wraps, setWraps] = useState(false);
  const { range, asked, pick, clear, go } = useLineAddress();
  const search = useSearch(`${path}/body`);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: OVERSCAN,
    initialRect: FIRST_VIEW,
    paddingStart: 8,
    paddingEnd: 8,
  });
  const items = list.getVirtualItems();
  const [from, to] = [(items[0]?.index ?? 0) + 1, (items.at(-1)?.index ?? 0) + 1];

  useEffect(() => store.want(from, to), [store, from, to]);
  useEffect(() => list.measure(), [list, wraps]);
  useScrollTo(list, asked);
  useScrollTo(list, search.hit?.line ?? null);
  useHitInSight(scroller, search.hit);

  return (
    <>
      <OutputToolbar {...{ search, wraps, setWraps, range, path, total, store }} onClear={clear} onGo={go} />
      <MissingLines store={store} onRetry={() => store.want(from, to)} />
      <div
        ref={scroller}
        role="region"
        aria-label={`Lines of ${ref}`}
        tabIndex={0}
        onClick={({ target, shiftKey }) => {
          const line = target instanceof HTMLElement ? Number(target.dataset.line) : Number.NaN;
          if (line > 0) pick(line, shiftKey);
        }}
        className="min-h-0 flex-1 overflow-auto overscroll-contain font-mono text-xs [font-variant-ligatures:none] focus-visible:outline-offset-[-2px]"
      >
        <div className="relative" style={{ height: list.getTotalSize() }}>
          {/* All lines are as wide as the widest, so that the numbers of short ones stay in sight. */}
          <div
            className={clsx('absolute top-0 left-0', wraps ? 'w-full' : 'w-max min-w-full')}
            style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
          >
            {items.map(({ index }) => (
              <div key={index} ref={wraps ? list.measureElement : undefined} data-index={index}>
                <OutputLine
                  number={index + 1}
                  digits={String(total).length}
                  text={store.line(index + 1)}
                  clippedLength={store.clippedLength(index + 1)}
                  wraps={wraps}
                  isPicked={holds(range, index + 1)}
                  hits={search.hitsOn(index + 1)}
                  current={search.hit}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

/** Lines that do not wrap run out of sight: brings what was found into it, once, when it is drawn. */
function useHitInSight(scroller: RefObject<HTMLDivElement | null>, hit: Hit | null) {
  const shown = useRef<Hit | null>(null);
  useEffect(() => {
    const view = scroller.current;
    const mark = view?.querySelector('mark[data-current]');
    if (!hit || !view || !mark || shown.current === hit) return;
    shown.current = hit;
    const [found, frame] = [mark.getBoundingClientRect(), view.getBoundingClientRect()];
    const isSeen = found.left > frame.left + MARGIN_PX && found.right < frame.right;
    if (!isSeen) view.scrollBy({ left: found.left - frame.left - Math.max(MARGIN_PX, frame.width / 3) });
  });
}

type List = { scrollToIndex: (index: number, options: { align: 'center' }) => void };

function useScrollTo(list: List, line: number | null) {
  useEffect(() => {
    if (line !== null) list.scrollToIndex(line - 1, { align: 'center' });
  }, [list, line]);
}

function MissingLines({ store, onRetry }: { store: LineStore; onRetry: () => void }) {
  const problem = store.problem();
  if (!problem) return null;
  return (
    <Banner
      tone="warn"
      shape="bar"
      live="polite"
      action={
        <Button
          size="sm"
          onClick={() => {
            store.retry();
            onRetry();
          }}
        >
          Try again
        </Button>
      }
    >
      {problem}
    </Banner>
  );
}
