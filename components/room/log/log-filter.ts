import type { EventType, IncidentEvent } from '@/lib/core/incident/events';
import { entryOf, type Ledger } from '@/lib/core/incident/ledger';

export const LOG_KINDS = ['note', 'hypothesis', 'evidence', 'task', 'incident', 'people'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export type LogFilter = { kinds: readonly LogKind[]; person: string | null; pinned: boolean };

export const NO_FILTER: LogFilter = { kinds: [], person: null, pinned: false };

/** Which part of the work an event belongs to. */
export function familyOf(type: EventType): LogKind {
  const [family] = type.split('.');
  if (family === 'log') return 'note';
  if (family === 'hypothesis' || family === 'cause') return 'hypothesis';
  if (family === 'evidence') return 'evidence';
  if (family === 'task') return 'task';
  return family === 'role' || family === 'command' ? 'people' : 'incident';
}

export const isFiltering = (filter: LogFilter) => filter.kinds.length > 0 || filter.person !== null || filter.pinned;

export function matches(filter: LogFilter, event: IncidentEvent, entries: Ledger): boolean {
  if (filter.kinds.length > 0 && !filter.kinds.includes(familyOf(event.type))) return false;
  if (filter.person !== null && event.actor.userId !== filter.person) return false;
  return !filter.pinned || (entryOf(entries, event.seq)?.pinned ?? false);
}

/** The filter that an address asks for: `?kind=note,evidence&person=...&pinned`. */
export function filterOf(query: URLSearchParams): LogFilter {
  const asked = (query.get('kind') ?? '').split(',');
  const kinds = LOG_KINDS.filter((kind) => asked.includes(kind));
  const filter = { kinds, person: query.get('person'), pinned: query.has('pinned') };
  return isFiltering(filter) ? filter : NO_FILTER;
}

/** The same as a query, without a leading `?`; empty where nothing is filtered. */
export function queryOf(filter: LogFilter): string {
  const parts = [];
  if (filter.kinds.length > 0) parts.push(`kind=${filter.kinds.join(',')}`);
  if (filter.person) parts.push(`person=${encodeURIComponent(filter.person)}`);
  if (filter.pinned) parts.push('pinned');
  return parts.join('&');
}
