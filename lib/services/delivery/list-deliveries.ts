import type { Pool } from 'pg';
import type { Caller } from '@/lib/auth/caller';
import type {
  DeliveryCounts,
  DeliveryList,
  DeliveryState,
  DeliverySummary,
  ListDeliveriesQuery,
} from '@/lib/contracts/deliveries';
import { mustBeAdmin } from '../people/may';
import { maskAddress, maskUrl } from './mask-address';

const PAGE = 50;

const STATE = `CASE WHEN done_at IS NOT NULL THEN 'sent' WHEN failed_at IS NOT NULL THEN 'given-up'
  WHEN attempts > 0 THEN 'failing' ELSE 'waiting' END`;
const LIST = `
  SELECT d.id, d.channel, d.payload ->> 'to' AS "mailTo", d.payload ->> 'url' AS url, d.payload ->> 'subject' AS subject,
    d.payload ->> 'title' AS title, d.payload -> 'body' ->> 'type' AS type,
    CASE WHEN d.target_kind = 'hook' THEN d.payload ->> 'about' END AS headline, u.name AS "userName", h.name AS "hookName",
    CASE WHEN NOT i.is_private OR $4::uuid = ANY(i.audience) THEN i.key END AS "incidentKey",
    coalesce(i.is_private AND NOT $4::uuid = ANY(i.audience), false) AS "isHidden",
    ${STATE} AS state, d.attempts, d.last_status AS "lastStatus", d.last_error AS "lastError", d.created_at AS "createdAt",
    coalesce(d.done_at, d.failed_at) AS "endedAt", CASE WHEN d.done_at IS NULL AND d.failed_at IS NULL THEN d.due_at END AS "nextAt"
  FROM delivery d
    LEFT JOIN incident i ON i.id = d.incident_id
    LEFT JOIN "user" u ON d.target_kind = 'user' AND u.id = d.target_id
    LEFT JOIN hook h ON d.target_kind = 'hook' AND h.id = d.target_id
  WHERE ($1::text IS NULL OR ${STATE} = $1) AND ($2::uuid IS NULL OR d.id < $2)
  ORDER BY d.id DESC LIMIT $3`;
const COUNTS = `SELECT ${STATE} AS state, count(*)::int AS count FROM delivery GROUP BY 1`;

type Row = Pick<DeliverySummary, 'id' | 'channel' | 'incidentKey' | 'state' | 'attempts' | 'lastStatus' | 'lastError'> & {
  mailTo: string | null;
  url: string | null;
  subject: string | null;
  title: string | null;
  type: string | null;
  headline: string | null;
  userName: string | null;
  hookName: string | null;
  isHidden: boolean;
  createdAt: Date;
  endedAt: Date | null;
  nextAt: Date | null;
};

function toWhom({ channel, mailTo, url, userName, hookName }: Row): string {
  const address = channel === 'mail' ? maskAddress(mailTo ?? '') : channel === 'webhook' ? maskUrl(url ?? '') : 'a browser';
  const name = userName ?? hookName;
  return name === null ? address : `${name} (${address})`;
}

function summaryOf(row: Row): DeliverySummary {
  const { id, channel, incidentKey, state, attempts, lastStatus, lastError, isHidden } = row;
  // Of a private incident an administrator who is not let in sees that something went out, not what.
  const about = isHidden ? 'A private incident' : (row.subject ?? row.title ?? row.headline ?? row.type ?? 'A message');
  const instant = (date: Date | null) => (date?.toISOString() ?? null) as never;
  const times = { createdAt: instant(row.createdAt), endedAt: instant(row.endedAt), nextAt: instant(row.nextAt) };
  return { id, channel, to: toWhom(row), about, incidentKey, state, attempts, lastStatus, lastError, ...times };
}

/** What goes out and what became of it, newest first, fifty at a time. Administrators only. */
export const listDeliveries =
  ({ pool }: { pool: Pool }) =>
  async (caller: Caller, { state, cursor }: ListDeliveriesQuery): Promise<DeliveryList> => {
    mustBeAdmin(caller);
    const [{ rows }, counted] = await Promise.all([
      pool.query<Row>(LIST, [state ?? null, cursor ?? null, PAGE + 1, caller.actor.userId]),
      pool.query<{ state: DeliveryState; count: number }>(COUNTS),
    ]);
    const counts: DeliveryCounts = { waiting: 0, failing: 0, sent: 0, 'given-up': 0 };
    for (const one of counted.rows) counts[one.state] = one.count;
    const shown = rows.slice(0, PAGE).map(summaryOf);
    return { deliveries: shown, nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null, counts };
  };
