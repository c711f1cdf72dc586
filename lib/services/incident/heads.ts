import type { Pool } from 'pg';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { readRange } from './load-room';

export type RoomHead = { incidentId: string; seq: number; isPrivate: boolean; audience: string[] };

/** The present seq of each of these incidents and who may see it, in one query; those that do not exist are left out. [S3] */
export async function readHeads(pool: Pool, incidentIds: readonly string[]): Promise<RoomHead[]> {
  if (incidentIds.length === 0) return [];
  const sql = 'SELECT id, seq, is_private, audience::text[] AS audience FROM incident WHERE id = ANY($1::uuid[])';
  const { rows } = await pool.query(sql, [incidentIds]);
  return rows.map((row) => ({ incidentId: row.id, seq: row.seq, isPrivate: row.is_private, audience: row.audience }));
}

/** Events of an incident between two seqs, both included. For the server itself: it asks nobody's rights. */
export const readBroadcast = (pool: Pool, incidentId: string, first: number, last: number): Promise<IncidentEvent[]> =>
  readRange(pool, incidentId, first, last);
