import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TOKEN_PREFIX } from '@/lib/services/people/create-token';
import { hashOfSecret, opaqueSecret } from '@/lib/services/people/opaque-secret';

export type Somebody = { userId: string; name: string; token: string };

const USERS = `INSERT INTO "user" (id, email, name, role) SELECT id, id || '@example.org', name, 'responder'
  FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, name text)`;
const TOKENS = `INSERT INTO api_token (id, user_id, name, prefix, hash, scope, last_used_at)
  SELECT gen_random_uuid(), id, name, left(token, 8), hash, 'write', now()
  FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, name text, token text, hash text)`;

/** People of these names with a token each, put straight into the tables: an account takes its time by hand. */
export async function addCrowd(databaseUrl: string, names: readonly string[]): Promise<Somebody[]> {
  const crowd = names.map((name) => ({ userId: randomUUID(), name, token: opaqueSecret(TOKEN_PREFIX) }));
  const rows = JSON.stringify(crowd.map(({ userId, name, token }) => ({ id: userId, name, token, hash: hashOfSecret(token) })));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(USERS, [rows]);
    await client.query(TOKENS, [rows]);
  } finally {
    await client.end();
  }
  return crowd;
}

/** Sessions and tokens of one person, called like this. */
export async function addDevices(databaseUrl: string, userId: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const rows = JSON.stringify(names.map((name) => ({ name, hash: hashOfSecret(name + userId) })));
    await client.query(
      `INSERT INTO session (id, user_id, user_agent, address, expires_at)
       SELECT gen_random_uuid(), $1, name, '127.0.0.1', now() + interval '1 hour' FROM jsonb_to_recordset($2::jsonb) AS one (name text)`,
      [userId, rows],
    );
    await client.query(
      `INSERT INTO api_token (id, user_id, name, prefix, hash, scope)
       SELECT gen_random_uuid(), $1, name, 'wr_', hash, 'write' FROM jsonb_to_recordset($2::jsonb) AS one (name text, hash text)`,
      [userId, rows],
    );
  } finally {
    await client.end();
  }
}
