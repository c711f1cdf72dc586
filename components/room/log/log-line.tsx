'use client';

import clsx from 'clsx';
import { Clock, Pin } from 'lucide-react';
import { memo, useMemo, useState, type MouseEvent } from 'react';
import { useZone } from '@/components/ui/time/zone';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { Time } from '@/components/ui/time/time';
import { Tooltip } from '@/components/ui/tooltip';
import { kindOf, predicateOf } from '@/lib/core/incident/describe';
import { entryOf, type Entry } from '@/lib/core/incident/ledger';
import { useRoom } from '../room-provider';
import { useRoomUi, useRoomUiStore } from '../room-context';
import { EntryControls, ReviseEntry } from '../later';
import { EntryText } from './entry-text';
import { KindMark } from './kind-mark';
import { LineText } from './line-text';
import type { EntryRow } from './log-rows';
import { useImpactTimes } from './use-impact-times';

const SAVING = 'Not saved on the server yet: it is kept on this device and sent as soon as possible.';

function usePredicate({ event }: EntryRow): string | null {
  const zone = useZone();
  const offsetMin = useMemo(() => (zone === 'utc' ? 0 : localOffsetMin(Date.parse(event.at))), [zone, event.at]);
  return useRoom((view) => (event.type === 'log.written' ? null : predicateOf(view.drawn, event, offsetMin)));
}

/** One line of the log: when, what kind, who, what. */
export const LogLine = memo(function LogLine({ row }: { row: EntryRow }) {
  const { event, at, pending } = row;
  const entry = useRoom((view) => entryOf(view.drawn.entries, event.seq));
  const isLit = useRoomUi((ui) => ui.lit?.seq === event.seq && ui.selected?.kind === 'entry' && ui.selected.seq === event.seq);
  const isSelected = useRoomUi((ui) => ui.selected?.kind === 'entry' && ui.selected.seq === event.seq);
  const isRevising = useRoomUi((ui) => ui.revising === event.seq && !pending);
  const predicate = usePredicate(row);
  const ui = useRoomUiStore();
  const [isNear, setNear] = useState(false);
  const [isHeld, setHeld] = useState(false);

  function select({ target }: MouseEvent) {
    const isControl = target instanceof Element && target.closest('a, button, textarea, input');
    if (!isControl && window.getSelection()?.isCollapsed !== false) ui.getState().select({ kind: 'entry', seq: event.seq });
  }

  return (
    <article
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onClick={select}
      id={pending ? undefined : `e${event.seq}`}
      aria-current={isSelected ? 'true' : undefined}
      className={clsx(
        'group/line relative grid grid-cols-[2.75rem_1.125rem_minmax(0,1fr)_1.25rem] gap-x-1.5 border-l-2 py-0.5 pr-1 pl-2.5 @md:grid-cols-[2.75rem_5.25rem_minmax(0,1fr)_1.25rem]',
        isLit
          ? 'border-accent bg-accent-soft'
          : isSelected
            ? 'border-accent bg-hover'
            : 'border-transparent hover:bg-hover focus-within:bg-hover',
      )}
    >
      <LineTime at={at} />
      <KindMark kind={kindOf(event)} type={event.type} />
      <div className="min-w-0 leading-5 wrap-anywhere">
        {isRevising && entry ? (
          <ReviseEntry entry={entry} writtenAt={at} />
        ) : (
          <>
            <bdi className="font-medium">{event.actor.name}</bdi> <Said row={row} entry={entry} predicate={predicate} />
          </>
        )}
      </div>
      <LineState entry={entry} pending={pending} />
      {(isNear || isHeld || isSelected) && !isRevising && <EntryControls row={row} onHold={setHeld} />}
    </article>
  );
});

/** The clock, or how long after the start of impact; each says the other on hover. */
function LineTime({ at }: { at: string }) {
  const since = useRoom((view) => view.drawn.startedAt);
  const counts = useImpactTimes();
  return <Time at={at} shape="clock" since={since} counts={counts} className="pt-px font-mono text-xs leading-5 text-faint" />;
}

function Said({ row, entry, predicate }: { row: EntryRow; entry: Entry | null; predicate: string | null }) {
  if (predicate === null) return <EntryText event={row.event} entry={entry} />;
  return (
    <bdi dir="ltr" className="text-muted [&_a]:text-[1em]">
      <LineText text={predicate} lastSeq={row.event.seq} />
    </bdi>
  );
}

/** A place of its own for what changes on a line, so that nothing moves when it does. */
function LineState({ entry, pending }: { entry: Entry | null; pending: boolean }) {
  if (pending) {
    return (
      <Tooltip text={SAVING}>
        <span className="flex h-5 items-center justify-center text-faint">
          <Clock role="img" aria-label="Not saved yet" className="size-3.5" />
        </span>
      </Tooltip>
    );
  }
  return (
    <span className="flex h-5 items-center justify-center text-accent-ink">
      {entry?.pinned && <Pin role="img" aria-label="Pinned" className="size-3.5" />}
    </span>
  );
}
