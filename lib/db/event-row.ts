import type { QueryResultRow } from 'pg';
import type { IncidentEvent } from '@/lib/core/incident/events';

/** The columns of `event` that make an event, for SELECT. */
export const EVENT_COLUMNS = 'incident_id, seq, id, at, offset_min, recorded_at, actor, command_id, type, data, redacted, hash';

/** A row of `event`, read by the pg driver, as the event it holds. */
export function eventOfRow(row: QueryResultRow): IncidentEvent {
  return {
    incidentId: row.incident_id,
    seq: row.seq,
    id: row.id,
    at: row.at.toISOString(),
    offsetMin: row.offset_min,
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor,
    commandId: row.command_id,
    type: row.type,
    data: row.data,
    ...(row.redacted ? { redacted: true } : {}),
    hash: row.hash,
  } as IncidentEvent;
}

/** An event as a row of `event`, for jsonb_populate_recordset. */
export function rowOfEvent(event: IncidentEvent, wordsHash: string) {
  return {
    incident_id: event.incidentId,
    seq: event.seq,
    id: event.id,
    at: event.at,
    offset_min: event.offsetMin,
    recorded_at: event.recordedAt,
    actor: event.actor,
    command_id: event.commandId,
    type: event.type,
    data: event.data,
    words_hash: wordsHash,
    redacted: false,
    hash: event.hash,
  };
}
