import type { IncidentPage, IncidentSummary } from '@/lib/contracts/room';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import type { IncidentDeps } from './incident-deps';

export type ListFilter = {
  status?: string[];
  severity?: string[];
  /** Found in the key, the title, the summary or a service, whatever its case. */
  q?: string;
  cursor?: string;
  /** 1..100. */
  limit?: number;
};

const LEADING = `(SELECT json_build_object('ref', h.ref, 'statement', h.statement, 'state', h.state) FROM hypothesis h
  WHERE h.incident_id = i.id AND h.state IN ('confirmed', 'testing', 'open')
  ORDER BY h.id = i.root_cause_id DESC NULLS LAST, array_position(ARRAY['confirmed', 'testing', 'open'], h.state), h.id LIMIT 1)`;

const SQL = `SELECT i.id, i.key, i.number, i.title, i.severity, i.status, i.services, i.started_at, i.declared_at, i.resolved_at,
    i.is_private, i.is_practice, i.next_update_at, i.last_event_at, i.commander_id, u.name AS commander_name, ${LEADING} AS leading
  FROM incident i LEFT JOIN "user" u ON u.id = i.commander_id
  WHERE NOT i.is_practice AND (NOT i.is_private OR $1 OR $2::uuid = ANY(i.audience))
    AND ($3::text[] IS NULL OR i.status = ANY($3)) AND ($4::text[] IS NULL OR i.severity = ANY($4))
    AND ($5::text IS NULL OR concat_ws(' ', i.key, i.title, i.summary, array_to_string(i.services, ' ')) ILIKE $5)
    AND ($6::int IS NULL OR i.number < $6)
  ORDER BY i.number DESC LIMIT $7`;

const likeOf = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function cursorOf(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(cursor)) return Number(cursor);
  throw new ServiceError('invalid', 'This cursor is not one of ours. Start the list again without it.');
}

/** Incidents that this person may see, newest first, without practice rooms. */
export function createListIncidents({ pool }: IncidentDeps) {
  return async ({ actor }: Caller, filter: ListFilter): Promise<IncidentPage> => {
    const limit = filter.limit ?? 50;
    const { rows } = await pool.query(SQL, [
      ...[actor.role === 'admin', actor.userId, filter.status ?? null, filter.severity ?? null],
      ...[filter.q ? likeOf(filter.q) : null, cursorOf(filter.cursor), limit + 1],
    ]);
    const incidents = rows.slice(0, limit).map((row): IncidentSummary => ({
      ...{ id: row.id, key: row.key, title: row.title, severity: row.severity, status: row.status, services: row.services },
      startedAt: row.started_at.toISOString(),
      declaredAt: row.declared_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      isPrivate: row.is_private,
      isPractice: row.is_practice,
      nextUpdateAt: row.next_update_at?.toISOString() ?? null,
      commander: row.commander_id ? { userId: row.commander_id, name: row.commander_name ?? 'Somebody' } : null,
      leadingHypothesis: row.leading,
      lastEventAt: row.last_event_at.toISOString(),
    }));
    return { incidents, nextCursor: rows.length > limit ? String(rows[limit - 1]?.number) : null };
  };
}
