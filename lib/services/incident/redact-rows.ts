import type { PoolClient } from 'pg';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { losesWords, withoutWords } from '@/lib/core/incident/words';

/** Takes the words out of the events and bodies that these events redact. The chain holds without them. */
export async function redactRows(client: PoolClient, events: readonly IncidentEvent[]): Promise<void> {
  for (const redaction of events) {
    if (redaction.type !== 'log.redacted' && redaction.type !== 'evidence.redacted') continue;
    const about = redaction.type === 'log.redacted' ? redaction.data.entrySeq : redaction.data.evidenceId;
    const { rows } = await client.query(
      `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1
         AND (seq::text = $2 OR data->>'entrySeq' = $2 OR data->>'evidenceId' = $2)`,
      [redaction.incidentId, String(about)],
    );
    for (const earlier of rows.map(eventOfRow).filter((event) => losesWords(redaction, event))) {
      await client.query('UPDATE event SET data = $3, redacted = true WHERE incident_id = $1 AND seq = $2', [
        ...[earlier.incidentId, earlier.seq],
        JSON.stringify(withoutWords(earlier.type, earlier.data)),
      ]);
    }
    if (redaction.type === 'evidence.redacted') {
      await client.query('DELETE FROM evidence_body_piece WHERE body_id = $1', [about]);
      await client.query(`UPDATE evidence_body SET preview = '' WHERE id = $1`, [about]);
    }
  }
}
