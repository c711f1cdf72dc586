'use client';

import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { STATUS_WORD } from '@/components/ui/status-badge';
import { clockText, fullText, sinceText, type Zone } from '@/components/ui/time/format';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { useZone } from '@/components/ui/time/zone';
import { kindOf, predicateOf } from '@/lib/core/incident/describe';
import { entryOf } from '@/lib/core/incident/ledger';
import { useRoom } from '../room-provider';
import { NO_FILTER } from './log-filter';
import { logRowBuilder, type EntryRow } from './log-rows';
import { DayRow, GapRow } from './log-separators';

/** The whole log on paper. It is there only while a print is made: on the screen the log is a window of few lines. */
export function LogOnPaper() {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The page is taken as it stands when this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? <Paper /> : null;
}

function Paper() {
  const zone = useZone();
  const events = useRoom((view) => view.events);
  const entries = useRoom((view) => view.drawn.entries);
  const hasEarlier = useRoom((view) => view.hasEarlier);
  const [build] = useState(logRowBuilder);
  const rows = useMemo(() => build({ events, pending: [], entries, zone, filter: NO_FILTER }), [build, events, entries, zone]);
  return (
    <article className="hidden bg-surface text-ink print:block" aria-label="Log for printing">
      <PaperHead zone={zone} />
      {hasEarlier && (
        <p className="mb-2 text-sm">Earlier lines were not loaded. Print with Ctrl P in the room to have them all.</p>
      )}
      {rows.map((row) => {
        if (row.kind === 'day') return <DayRow key={row.key} at={row.at} />;
        return row.kind === 'gap' ? <GapRow key={row.key} ms={row.ms} /> : <PaperLine key={row.key} row={row} zone={zone} />;
      })}
    </article>
  );
}

function PaperHead({ zone }: { zone: Zone }) {
  const { key, title, severity, status, startedAt, services } = useRoom((view) => view.drawn);
  return (
    <header className="mb-3 border-b border-line-strong pb-2">
      <h1 className="text-lg font-semibold">
        <span className="font-mono">{key}</span> {title}
      </h1>
      <p className="text-sm">
        {severity} · {STATUS_WORD[status]}
        {services.length > 0 && ` · ${services.join(', ')}`} · impact since {fullText(startedAt, zone)}
      </p>
      <p className="text-xs text-muted">Times are {zone === 'utc' ? 'UTC' : 'local'}, and since the start of impact.</p>
    </header>
  );
}

function PaperLine({ row: { event, at }, zone }: { row: EntryRow; zone: Zone }) {
  const startedAt = useRoom((view) => view.drawn.startedAt);
  const entry = useRoom((view) => entryOf(view.drawn.entries, event.seq));
  const offsetMin = zone === 'utc' ? 0 : localOffsetMin(Date.parse(event.at));
  const said = useRoom((view) => {
    if (event.type !== 'log.written') return predicateOf(view.drawn, event, offsetMin);
    const redacted = entry?.redacted;
    return redacted ? `(redacted by ${redacted.name}: ${redacted.because})` : (entry?.text ?? event.data.text);
  });
  return (
    <p className="grid break-inside-avoid grid-cols-[3rem_4rem_5.5rem_minmax(0,1fr)] gap-x-2 py-0.5 text-sm">
      <time dateTime={at} className="font-mono">
        {clockText(at, zone)}
      </time>
      <span className="font-mono text-muted">{sinceText(at, startedAt)}</span>
      <span className="text-muted">{kindOf(event)}</span>
      <span className="whitespace-pre-wrap wrap-anywhere">
        <strong className="font-semibold">{event.actor.name}</strong> {said}
        {entry?.pinned && ' (pinned)'}
      </span>
    </p>
  );
}
