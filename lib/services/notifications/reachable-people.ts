import type { Pool } from 'pg';
import { namesakes } from '@/lib/core/called-apart';
import type { Preferences } from '@/lib/contracts/people';
import type { Reachable } from '@/lib/core/notices/notices-of';
import { preferencesOf } from '../people/account';

export type ReachablePerson = Reachable & { email: string; preferences: Preferences };

const SQL = `SELECT id AS "userId", name, role, email, preferences FROM "user" WHERE disabled_at IS NULL ORDER BY id`;

/** Everybody with an active account, and how they want to be told. */
export async function readReachable(pool: Pool): Promise<ReachablePerson[]> {
  const { rows } = await pool.query(SQL);
  const shared = namesakes(rows.map(({ name }) => name));
  return rows.map((row) => ({
    ...row,
    preferences: preferencesOf(row.preferences),
    ...(shared(row.name) && { alias: row.email }),
  }));
}
