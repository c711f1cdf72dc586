import type { Pool } from 'pg';

/** Removes bodies that were sent a day ago or more and never became evidence; answers how many. */
export async function sweepStagedBodies(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM evidence_body b WHERE created_at < now() - interval '1 day'
       AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = b.id)`,
  );
  return rowCount ?? 0;
}
