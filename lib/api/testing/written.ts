import type { Pool } from 'pg';

// Everything that a request can change, but for when somebody was last seen and the counters of guesses.
const SQL = `SELECT concat_ws(' ',
  (SELECT concat(count(*), ':', sum(seq), ':', md5(string_agg(head_hash, '' ORDER BY id))) FROM incident),
  (SELECT count(*) FROM event), (SELECT count(*) FROM command), (SELECT count(*) FROM evidence),
  (SELECT count(*) FROM evidence_body), (SELECT count(*) FROM evidence_body_piece), (SELECT count(*) FROM bearing),
  (SELECT count(*) FROM hypothesis), (SELECT count(*) FROM task), (SELECT count(*) FROM log_entry),
  (SELECT count(*) FROM role_holding), (SELECT count(*) FROM effect), (SELECT count(*) FROM audit_entry),
  (SELECT md5(string_agg(person::text, '' ORDER BY id)) FROM "user" AS person),
  (SELECT md5(string_agg(concat(id, revoked_at), '' ORDER BY id)) FROM session),
  (SELECT md5(string_agg(concat(id, scope, revoked_at), '' ORDER BY id)) FROM api_token),
  (SELECT md5(string_agg(one::text, '' ORDER BY id)) FROM invitation AS one)
) AS written`;

/** A fingerprint of all that is stored: the same before and after means that nothing was written. */
export async function written(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ written: string }>(SQL);
  return rows[0]?.written ?? '';
}
