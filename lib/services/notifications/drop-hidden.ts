import type { PoolClient } from 'pg';

const SQL = `UPDATE delivery SET failed_at = $2, last_error = 'The incident is hidden from them by now.'
  FROM incident WHERE incident.id = $1 AND delivery.incident_id = $1 AND incident.is_private
    AND delivery.done_at IS NULL AND delivery.failed_at IS NULL
    AND (delivery.target_kind = 'hook' OR (delivery.target_kind = 'user' AND NOT delivery.target_id = ANY(incident.audience)
      AND NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = delivery.target_id AND "user".role = 'admin')))`;

/** Takes back what still waits to be told of a private incident to the hooks, and to people who may not see it. */
export const dropHidden = (client: PoolClient, incidentId: string, now: Date): Promise<unknown> =>
  client.query(SQL, [incidentId, now]);
