import type { Pool } from 'pg';

export type RoomHead = { incidentId: string; seq: number };

/** The present seq of each of these incidents, in one query; those that do not exist are left out. [S3] */
export async function readHeads(pool: Pool, incidentIds: readonly string[]): Promise<RoomHead[]> {
  if (incidentIds.length === 0) return [];
  const { rows } = await pool.query('SELECT id, seq FROM incident WHERE id = ANY($1::uuid[])', [incidentIds]);
  return rows.map((row) => ({ incidentId: row.id, seq: row.seq }));
}
