import type { Caller } from '@/lib/auth/caller';
import { prepared } from '@/lib/db/prepared';
import { batchByTick } from '../batch-by-tick';
import type { PeopleParts } from './people-deps';
import { SESSION_IDLE_MS, SESSION_MAX_MS } from './start-session';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TOUCH_EVERY_MS = 60_000;

const LIVE = `
  SELECT session.id, session.last_seen_at, person.id AS user_id, person.name, person.role
  FROM session JOIN "user" AS person ON person.id = session.user_id
  WHERE session.id = ANY($1::uuid[]) AND session.revoked_at IS NULL AND session.expires_at > $2 AND person.disabled_at IS NULL`;

// Rows that somebody else holds are skipped: they are being touched or revoked.
const TOUCH = `
  UPDATE session SET last_seen_at = $2, expires_at = least($3, created_at + $4 * interval '1 millisecond')
  WHERE revoked_at IS NULL AND id IN (SELECT id FROM session WHERE id = ANY($1::uuid[]) FOR UPDATE SKIP LOCKED)`;

/** Who holds this session, or null when it is unknown, over, revoked, or its person disabled. Asked again for every request. */
export function callerOfSession({ pool, clock }: PeopleParts): (sessionId: string) => Promise<Caller | null> {
  const look = batchByTick<string, Caller | null>(async (ids) => {
    const now = clock();
    const { rows } = await pool.query(prepared(LIVE, [ids, now]));
    const stale = rows.filter((row) => now.getTime() - row.last_seen_at.getTime() >= TOUCH_EVERY_MS).map((row) => row.id);
    if (stale.length > 0) {
      const idleUntil = new Date(now.getTime() + SESSION_IDLE_MS);
      // Being seen is worth noting, not worth refusing a request for.
      await pool.query(TOUCH, [stale, now, idleUntil, SESSION_MAX_MS]).catch(() => undefined);
    }
    const callers = new Map(
      rows.map((row) => [
        row.id as string,
        {
          actor: { userId: row.user_id, name: row.name, role: row.role, via: 'web', scope: 'write' },
          sessionId: row.id,
          tokenId: null,
        } satisfies Caller,
      ]),
    );
    return (id) => callers.get(id) ?? null;
  });
  // One malformed id would fail the query of all who share it.
  return async (sessionId) => (UUID.test(sessionId) ? look(sessionId.toLowerCase()) : null);
}
