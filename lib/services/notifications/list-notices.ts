import type { Caller } from '@/lib/auth/caller';
import type { ListNoticesQuery, NoticeItem, NoticePage } from '@/lib/contracts/notices';
import type { NoticeDeps } from './notice-deps';

const TEXT_MAX = 200;

// What somebody may not see any more is not listed, and not counted.
export const SEEN = `n.user_id = $1 AND n.incident_id = i.id AND (NOT i.is_private OR $2 OR $1 = ANY(i.audience))`;

const COUNT = `SELECT count(*)::int AS unread FROM notification n, incident i WHERE ${SEEN} AND n.read_at IS NULL`;

// The words are those of this moment: a line that was redacted says nothing here either.
const LIST = `SELECT n.id, n.kind, n.created_at AS at, n.read_at AS "readAt", n.data->>'by' AS by, n.data->>'ref' AS ref,
    n.data->>'what' AS what, (n.data->>'seq')::int AS seq, i.key, i.title, i.severity,
    left(coalesce(le.text, h.statement, t.text, q.text), ${TEXT_MAX}) AS text
  FROM notification n JOIN incident i ON ${SEEN}
    LEFT JOIN log_entry le ON n.kind = 'mentioned' AND le.incident_id = i.id AND le.seq = (n.data->>'seq')::int AND NOT le.is_redacted
    LEFT JOIN hypothesis h ON h.incident_id = i.id AND h.ref = n.data->>'ref'
    LEFT JOIN task t ON t.incident_id = i.id AND t.ref = n.data->>'ref'
    LEFT JOIN question q ON q.incident_id = i.id AND q.ref = n.data->>'ref'
  WHERE $3::uuid IS NULL OR (n.created_at, n.id) < (SELECT created_at, id FROM notification WHERE id = $3 AND user_id = $1)
  ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;

type Row = Omit<NoticeItem, 'at' | 'readAt' | 'incident'> & NoticeItem['incident'] & { at: Date; readAt: Date | null };

const itemOf = ({ key, title, severity, at, readAt, ...rest }: Row): NoticeItem => ({
  ...rest,
  at: at.toISOString(),
  readAt: readAt?.toISOString() ?? null,
  incident: { key, title, severity },
});

/** One's own notices, newest first, of what one may see at this moment. */
export const listNotices =
  ({ pool }: NoticeDeps) =>
  async ({ actor }: Caller, { before, limit }: ListNoticesQuery): Promise<NoticePage> => {
    const who = [actor.userId, actor.role === 'admin'];
    const [listed, counted] = await Promise.all([
      pool.query<Row>(LIST, [...who, before ?? null, limit + 1]),
      pool.query<{ unread: number }>(COUNT, who),
    ]);
    const notices = listed.rows.slice(0, limit).map(itemOf);
    const nextCursor = listed.rows.length > limit ? (notices.at(-1)?.id ?? null) : null;
    return { notices, unread: counted.rows[0]?.unread ?? 0, nextCursor };
  };
