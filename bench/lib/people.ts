import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { TOKEN_PREFIX } from '@/lib/services/people/create-token';
import { hashOfSecret, opaqueSecret } from '@/lib/services/people/opaque-secret';

export type Somebody = { userId: string; name: string; token: string; caller: Caller };

const USERS = `INSERT INTO "user" (id, email, name, role) SELECT id, id || '@example.org', name, 'responder'
  FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, name text)`;
const TOKENS = `INSERT INTO api_token (id, user_id, name, prefix, hash, scope, last_used_at)
  SELECT token_id, id, 'bench', left(token, 8), hash, 'write', now()
  FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, token_id uuid, token text, hash text)`;

/** Responders with a token each, put straight into the tables. */
export async function addPeople(pool: Pool, count: number): Promise<Somebody[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const token = opaqueSecret(TOKEN_PREFIX);
    return { id: uuidv7(), name: `Person ${index}`, token_id: uuidv7(), token, hash: hashOfSecret(token) };
  });
  await pool.query(USERS, [JSON.stringify(rows)]);
  await pool.query(TOKENS, [JSON.stringify(rows)]);
  return rows.map(({ id, name, token, token_id }) => ({
    userId: id,
    name,
    token,
    caller: {
      actor: { userId: id as never, name, role: 'responder', via: 'token', scope: 'write' },
      sessionId: null,
      tokenId: token_id,
    },
  }));
}
