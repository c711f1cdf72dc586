import type { Turn, TurnFact } from '@/lib/contracts/room';
import type { Caller } from '@/lib/auth/caller';
import type { IncidentDeps } from './incident-deps';

const SPAN_MS = 24 * 3_600_000;
const MOST = 50;

const WHAT: Record<string, TurnFact['what']> = {
  'incident.declared': 'declared',
  'incident.severityChanged': 'severity',
  'incident.statusChanged': 'status',
  'hypothesis.confirmed': 'confirmed',
  'hypothesis.rejected': 'rejected',
  'cause.declared': 'cause',
};

const SQL = `SELECT i.key, i.title, i.is_private, e.seq, e.at, e.type, e.actor ->> 'name' AS by, e.data ->> 'from' AS before,
    e.data ->> 'to' AS after, e.data ->> 'severity' AS severity, h.ref, h.statement
  FROM incident i JOIN event e ON e.incident_id = i.id
    LEFT JOIN hypothesis h ON h.incident_id = i.id AND h.id::text = e.data ->> 'hypothesisId'
  WHERE NOT i.is_practice AND (NOT i.is_private OR $1 OR $2::uuid = ANY(i.audience))
    AND i.last_event_at >= $3 AND e.at >= $3 AND e.type = ANY($4)
  ORDER BY e.at DESC, e.incident_id, e.seq DESC LIMIT ${MOST}`;

type Row = {
  key: string;
  title: string;
  is_private: boolean;
  seq: number;
  at: Date;
  type: string;
  by: string;
} & Record<'before' | 'after' | 'severity' | 'ref' | 'statement', string | null>;

function factOf({ type, before, after, severity, ref, statement }: Row): TurnFact {
  const what = WHAT[type];
  // What the column holds was checked when the event was decided.
  if (what === 'declared') return { what, severity } as TurnFact;
  if (what === 'severity' || what === 'status') return { what, from: before, to: after } as TurnFact;
  return { what, ref, statement } as TurnFact;
}

/** What turned in the last 24 hours in incidents that this person may see, the latest first; at most 50, without practice rooms. */
export function createListTurns({ pool, clock }: IncidentDeps) {
  return async ({ actor }: Caller): Promise<Turn[]> => {
    const since = new Date(clock().getTime() - SPAN_MS);
    const { rows } = await pool.query<Row>(SQL, [actor.role === 'admin', actor.userId, since, Object.keys(WHAT)]);
    return rows.map((row) => ({
      ...{ key: row.key, title: row.title, isPrivate: row.is_private, seq: row.seq },
      ...{ at: row.at.toISOString(), by: row.by, fact: factOf(row) },
    }));
  };
}
