import type { Caller } from '@/lib/auth/caller';
import type { PublicationPage, PublicationSummary } from '@/lib/contracts/publishing';
import { ServiceError } from '../errors';
import { mustBeAdmin } from '../people/may';
import type { PublishingDeps } from './publishing-deps';

const SQL = `SELECT p.id, p.at, p.actor_id AS "actorId", u.name, p.reason, p.hash, p.file_count AS "fileCount",
    p.size_bytes AS "sizeBytes", p.duration_ms AS "durationMs", p.error
  FROM publication p LEFT JOIN "user" u ON u.id = p.actor_id
  WHERE $1::bigint IS NULL OR p.id < $1 ORDER BY p.id DESC LIMIT $2`;

type Row = Omit<PublicationSummary, 'at' | 'actor'> & { at: Date; actorId: string | null; name: string | null };

function summaryOf({ at, actorId, name, ...row }: Row): PublicationSummary {
  return {
    ...row,
    id: String(row.id),
    at: at.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: name ?? 'somebody' },
  };
}

/** The log of publications, newest first. `cursor` is `next` of the page before; `limit` 1..100. Administrators only. */
export const createListPublications =
  ({ pool }: PublishingDeps) =>
  async (caller: Caller, { cursor, limit = 50 }: { cursor?: string; limit?: number } = {}): Promise<PublicationPage> => {
    mustBeAdmin(caller);
    if (cursor !== undefined && !/^[1-9]\d{0,17}$/.test(cursor)) {
      throw new ServiceError('invalid', 'This cursor is not one of ours. Start the list again without it.');
    }
    const { rows } = await pool.query<Row>(SQL, [cursor ?? null, limit + 1]);
    const publications = rows.slice(0, limit).map(summaryOf);
    return { publications, next: rows.length > limit ? (publications.at(-1)?.id ?? null) : null };
  };
