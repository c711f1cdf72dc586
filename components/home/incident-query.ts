import { SEVERITIES, STATUSES, type Severity, type Status } from '@/lib/core/incident/state';

/** What somebody looks for among the incidents; kept in the address. */
export type IncidentQuery = { q: string; status: Status[]; severity: Severity[] };

export const NO_QUERY: IncidentQuery = { q: '', status: [], severity: [] };

/** What is listed while nothing is asked for: incidents that are over. */
export const RECENT_QUERY = 'status=resolved,closed';

const MOST_LETTERS = 200;

function chosen<const T extends string>(text: string | null, from: readonly T[]): T[] {
  const words = (text ?? '').split(',');
  return from.filter((value) => words.includes(value));
}

/** What an address asks for; what it says wrongly is left out. */
export function readQuery(address: URLSearchParams): IncidentQuery {
  return {
    q: (address.get('q') ?? '').slice(0, MOST_LETTERS),
    status: chosen(address.get('status'), STATUSES),
    severity: chosen(address.get('severity'), SEVERITIES),
  };
}

/** The query as it stands in an address, without what is not asked for. */
export function queryText({ q, status, severity }: IncidentQuery): string {
  const address = new URLSearchParams();
  if (q.trim()) address.set('q', q.trim());
  if (status.length > 0) address.set('status', status.join(','));
  if (severity.length > 0) address.set('severity', severity.join(','));
  return address.toString().replaceAll('%2C', ',');
}

export const isAsking = (query: IncidentQuery): boolean => queryText(query) !== '';
