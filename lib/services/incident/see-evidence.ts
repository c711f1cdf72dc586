import type { Pool } from 'pg';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError, notFound } from '../errors';
import type { SeenIncident } from './see-incident';

export type SeenEvidence = {
  id: string;
  title: string;
  contentType: string;
  sizeBytes: number;
  lineCount: number | null;
  sha256: string;
};

const SQL = `SELECT id, title, content_type, size_bytes, line_count, sha256, is_redacted FROM evidence
  WHERE incident_id = $1 AND (ref = upper($2) OR id::text = lower($2))`;

/** Finds an evidence by reference or id for somebody who may see its incident. A redacted one has no body any more. */
export function createSeeEvidence(pool: Pool, see: SeenIncident) {
  return async (caller: Caller, incident: string, evidence: string): Promise<SeenEvidence> => {
    const { incidentId } = await see(caller, incident);
    const { rows } = await pool.query(SQL, [incidentId, evidence]);
    const [row] = rows;
    if (!row) throw notFound('evidence');
    if (row.is_redacted)
      throw new ServiceError('not_found', 'This evidence was redacted; its text is gone. The log says who did it and why.');
    const { id, title, sha256 } = row;
    return { id, title, sha256, contentType: row.content_type, sizeBytes: row.size_bytes, lineCount: row.line_count };
  };
}
