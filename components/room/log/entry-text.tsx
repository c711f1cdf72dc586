'use client';

import { useState } from 'react';
import type { EventOf, IncidentEvent } from '@/lib/core/incident/events';
import type { Entry } from '@/lib/core/incident/ledger';
import { useRoomUiStore } from '../room-context';
import { LineText } from './line-text';

const LONG_CHARACTERS = 900;
const LONG_LINES = 12;

const isLong = (text: string) => text.length > LONG_CHARACTERS || text.split('\n', LONG_LINES + 1).length > LONG_LINES;

type EntryTextProps = { event: IncidentEvent; entry: Entry | null };

/** What somebody wrote: as it reads now, folded where it is long, or what is left of it. */
export function EntryText({ event, entry }: EntryTextProps) {
  const ui = useRoomUiStore();
  if (entry?.redacted || event.redacted) return <Tombstone entry={entry} />;
  const text = entry?.text ?? (event as EventOf<'log.written'>).data.text;
  return (
    <>
      <FoldedText text={text} lastSeq={event.seq} />
      {entry && entry.revisions.length > 0 && (
        <button
          type="button"
          className="ml-1.5 text-xs text-faint hover:text-ink hover:underline"
          onClick={() => ui.getState().open({ name: 'history', seq: event.seq })}
        >
          edited
        </button>
      )}
    </>
  );
}

function Tombstone({ entry }: { entry: Entry | null }) {
  return (
    <span className="rounded-sm bg-hover px-1 text-muted italic">
      {entry?.redacted ? `Redacted by ${entry.redacted.name}: ${entry.redacted.because}` : 'Redacted'}
    </span>
  );
}

function FoldedText({ text, lastSeq }: { text: string; lastSeq: number }) {
  const [isOpen, setOpen] = useState(false);
  const folds = isLong(text);
  return (
    <>
      <bdi className={folds && !isOpen ? 'line-clamp-[12] whitespace-pre-wrap' : 'whitespace-pre-wrap'}>
        <LineText text={text} lastSeq={lastSeq} />
      </bdi>
      {folds && (
        <button type="button" className="block text-xs text-accent-ink hover:underline" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fold' : `Show all ${text.length.toLocaleString('en')} characters`}
        </button>
      )}
    </>
  );
}
