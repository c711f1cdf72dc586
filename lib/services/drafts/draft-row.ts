import type { Pool } from 'pg';
import { inTransaction } from '@/lib/db/transaction';

type Draft = Uint8Array | null;

// The first draft of an incident has no row to lock yet: it is made first.
const LOCK = `INSERT INTO update_draft (incident_id, document, updated_at) VALUES ($1, '\\x', $2)
  ON CONFLICT (incident_id) DO UPDATE SET incident_id = excluded.incident_id RETURNING document`;

/** Reads the draft of an incident, without waiting for anybody. */
export async function readDraft(pool: Pool, incidentId: string): Promise<Draft> {
  const { rows } = await pool.query<{ document: Buffer }>('SELECT document FROM update_draft WHERE incident_id = $1', [
    incidentId,
  ]);
  return rows[0]?.document.length ? rows[0].document : null;
}

/** Puts what `change` makes of the draft in its place, one after the other; null leaves it as it is. */
export async function changeDraft(
  pool: Pool,
  { incidentId, now }: { incidentId: string; now: Date },
  change: (stored: Draft) => Draft,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ document: Buffer }>(LOCK, [incidentId, now]);
    const changed = change(rows[0]?.document.length ? rows[0].document : null);
    if (changed === null) return null;
    const sql = 'UPDATE update_draft SET document = $2, updated_at = $3 WHERE incident_id = $1';
    await client.query(sql, [incidentId, Buffer.from(changed), now]);
    return true;
  });
}
