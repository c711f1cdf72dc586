import type { EventType, IncidentEvent } from '@/lib/core/incident/events';
import { entryOf, type Ledger } from '@/lib/core/incident/ledger';
import { dayKey, type Zone } from '@/components/ui/time/format';
import { matches, type LogFilter } from './log-filter';

export type EntryRow = { kind: 'entry'; key: string; event: IncidentEvent; at: string; pending: boolean };
export type LogRow = EntryRow | { kind: 'day'; key: string; at: string } | { kind: 'gap'; key: string; at: string; ms: number };

type Source = {
  events: readonly IncidentEvent[];
  pending: readonly IncidentEvent[];
  entries: Ledger;
  zone: Zone;
  filter: LogFilter;
};

const GAP_MS = 30 * 60_000;

// A revision and a pin show on the line they belong to.
const SILENT: ReadonlySet<EventType> = new Set(['log.revised', 'log.pinned', 'log.redacted']);

/** An event drawn ahead and the same one confirmed share their command, so a row keeps its key and nothing flickers. */
function keysOf(events: readonly IncidentEvent[], from: number): string[] {
  const keys: string[] = [];
  for (let index = from; index < events.length; index++) {
    const { commandId, type } = events[index]!;
    let first = index;
    while (first > 0 && events[first - 1]!.commandId === commandId) first--;
    keys.push(`${commandId}:${type}:${index - first}`);
  }
  return keys;
}

function entryRows(events: readonly IncidentEvent[], from: number, source: Source, pending: boolean): EntryRow[] {
  const keys = keysOf(events, from);
  const rows: EntryRow[] = [];
  for (let index = from; index < events.length; index++) {
    const event = events[index]!;
    if (SILENT.has(event.type) || !matches(source.filter, event, source.entries)) continue;
    rows.push({
      kind: 'entry',
      key: keys[index - from]!,
      event,
      at: entryOf(source.entries, event.seq)?.at ?? event.at,
      pending,
    });
  }
  return rows;
}

const inOrder = (a: EntryRow, b: EntryRow) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.event.seq - b.event.seq);

function append(rows: LogRow[], entries: readonly EntryRow[], zone: Zone) {
  let last = rows.at(-1);
  for (const entry of entries) {
    const sinceMs = last ? Date.parse(entry.at) - Date.parse(last.at) : 0;
    if (!last || dayKey(last.at, zone) !== dayKey(entry.at, zone)) {
      rows.push({ kind: 'day', key: `day:${dayKey(entry.at, zone)}`, at: entry.at });
    } else if (sinceMs > GAP_MS) rows.push({ kind: 'gap', key: `gap:${entry.key}`, at: entry.at, ms: sinceMs });
    rows.push(entry);
    last = entry;
  }
}

const touchesOlder = (events: readonly IncidentEvent[]) =>
  events.some((event) => event.type === 'log.revised' || event.type === 'log.pinned');

function continues(before: Source, source: Source): boolean {
  const count = before.events.length;
  return (
    before.zone === source.zone &&
    before.filter === source.filter &&
    count > 0 &&
    before.events[0] === source.events[0] &&
    before.events[count - 1] === source.events[count - 1] &&
    !touchesOlder(source.events.slice(count)) &&
    !touchesOlder(source.pending) &&
    !touchesOlder(before.pending)
  );
}

/**
 * Makes the rows of the log: ordered by when things happened, with a row where a day begins and where half an hour
 * passed. Remembers the last answer, so that a line at the end costs a line and not the whole log.
 */
export function logRowBuilder(): (source: Source) => LogRow[] {
  let before: Source | null = null;
  let confirmed: LogRow[] = [];

  const rebuild = (source: Source) => {
    confirmed = [];
    append(confirmed, entryRows(source.events, 0, source, false).sort(inOrder), source.zone);
  };

  return (source) => {
    if (before && continues(before, source)) {
      const added = entryRows(source.events, before.events.length, source, false).sort(inOrder);
      const last = confirmed.at(-1);
      if (added.length > 0 && last && added[0]!.at < last.at) rebuild(source);
      else if (added.length > 0) {
        confirmed = confirmed.slice();
        append(confirmed, added, source.zone);
      }
    } else rebuild(source);
    before = source;
    return withPending(confirmed, source);
  };
}

function withPending(confirmed: LogRow[], source: Source): LogRow[] {
  const pending = entryRows(source.pending, 0, source, true).sort(inOrder);
  if (pending.length === 0) return confirmed;
  const last = confirmed.at(-1);
  if (!last || pending[0]!.at >= last.at) {
    const rows = confirmed.slice();
    append(rows, pending, source.zone);
    return rows;
  }
  const rows: LogRow[] = [];
  const entries = confirmed.filter((row): row is EntryRow => row.kind === 'entry');
  append(rows, [...entries, ...pending].sort(inOrder), source.zone);
  return rows;
}
