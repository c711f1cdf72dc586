import type { PoolClient } from 'pg';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { isRedaction, losesWords, withoutWords, type Redaction } from '@/lib/core/incident/words';

function subjectOf({ type, data }: Redaction): string {
  if (type === 'log.redacted') return String(data.entrySeq);
  return type === 'evidence.redacted' ? data.evidenceId : data.updateId;
}

/** Takes the words out of the events and bodies that these events redact. The chain holds without them. */
export async function redactRows(client: PoolClient, events: readonly IncidentEvent[]): Promise<void> {
  for (const redaction of events.filter(isRedaction)) {
    const about = subjectOf(redaction);
    const { rows } = await client.query(
      `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1
         AND (seq::text = $2 OR data->>'entrySeq' = $2 OR data->>'evidenceId' = $2 OR data->>'updateId' = $2)`,
      [redaction.incidentId, about],
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
