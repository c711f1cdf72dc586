import type { PoolClient } from 'pg';
import { ServiceError } from '../errors';
import type { WholeBody } from './evidence-body';
import { SAME_ID } from './take-batch';

type Storing = { id: string; incidentId: string; uploadedBy: string; body: WholeBody };

/**
 * Stores a body under a command's id. The same bytes under the same id are stored once; other bytes, or bytes under an id
 * that another command took, are refused. [W1]
 */
export async function storeBody(client: PoolClient, { id, incidentId, uploadedBy, body }: Storing): Promise<true> {
  const inserted = await client.query(
    `INSERT INTO evidence_body (id, incident_id, uploaded_by, content_type, size_bytes, line_count, sha256, preview, masked_count)
     SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5::int, $6::int, $7, $8, $9::int WHERE NOT EXISTS (SELECT 1 FROM command WHERE id = $1) ON CONFLICT (id) DO NOTHING`,
    [id, incidentId, uploadedBy, body.contentType, body.sizeBytes, body.lineCount, body.sha256, body.preview, body.maskedCount],
  );
  if (inserted.rowCount === 0) {
    const { rows } = await client.query('SELECT sha256, uploaded_by FROM evidence_body WHERE id = $1', [id]);
    if (rows[0]?.sha256 !== body.sha256 || rows[0]?.uploaded_by !== uploadedBy) throw new ServiceError('mismatch', SAME_ID);
    return true;
  }
  for (const { firstByte, firstLine, bytes } of body.pieces) {
    await client.query('INSERT INTO evidence_body_piece (body_id, first_byte, first_line, bytes) VALUES ($1, $2, $3, $4)', [
      ...[id, firstByte, firstLine, bytes],
    ]);
  }
  return true;
}
