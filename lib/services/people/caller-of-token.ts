import type { Caller } from '@/lib/auth/caller';
import { prepared } from '@/lib/db/prepared';
import { batchByTick } from '../batch-by-tick';
import { hashOfSecret } from './opaque-secret';
import type { PeopleParts } from './people-deps';
import { TOKEN_PREFIX } from './create-token';

const SHAPE = new RegExp(`^${TOKEN_PREFIX}[\\w-]{43}$`);
const TOUCH_EVERY_MS = 60_000;

const LIVE = `
  SELECT token.id, token.hash, token.scope, token.last_used_at, person.id AS user_id, person.name, person.role
  FROM api_token AS token JOIN "user" AS person ON person.id = token.user_id
  WHERE token.hash = ANY($1) AND token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > $2)
    AND person.disabled_at IS NULL`;

const TOUCH = `
  UPDATE api_token SET last_used_at = $2
  WHERE id IN (SELECT id FROM api_token WHERE id = ANY($1::uuid[]) FOR UPDATE SKIP LOCKED)`;

/** Whose token this is, with its scope, or null when it is unknown, over, revoked, or its person disabled. */
export function callerOfToken({ pool, clock }: PeopleParts): (token: string) => Promise<Caller | null> {
  const look = batchByTick<string, Caller | null>(async (hashes) => {
    const now = clock();
    const { rows } = await pool.query(prepared(LIVE, [hashes, now]));
    const stale = rows.filter((row) => now.getTime() - (row.last_used_at?.getTime() ?? 0) >= TOUCH_EVERY_MS);
    if (stale.length > 0) {
      // Being used is worth noting, not worth refusing a request for.
      await pool.query(TOUCH, [stale.map((row) => row.id), now]).catch(() => undefined);
    }
    const callers = new Map(
      rows.map((row) => [
        row.hash as string,
        {
          actor: { userId: row.user_id, name: row.name, role: row.role, via: 'token', scope: row.scope },
          sessionId: null,
          tokenId: row.id,
        } satisfies Caller,
      ]),
    );
    return (hash) => callers.get(hash) ?? null;
  });
  return async (token) => (SHAPE.test(token) ? look(hashOfSecret(token)) : null);
}
