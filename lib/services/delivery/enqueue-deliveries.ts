import type { ClientBase, Pool } from 'pg';
import { uuidv7 } from 'uuidv7';

export const CHANNELS = ['mail', 'webhook', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One message for one receiver. `dedupKey` says what is told to whom: the same again is not a second message. */
export type NewDelivery = {
  channel: Channel;
  dedupKey: string;
  targetKind: 'subscriber' | 'user' | 'hook';
  targetId: string | null;
  incidentId: string | null;
  /** What the sender of the channel needs. */
  payload: object;
};

const SQL = `INSERT INTO delivery
    (id, channel, dedup_key, target_kind, target_id, incident_id, payload, due_at, created_at)
  SELECT id, channel, dedup_key, target_kind, target_id, incident_id, payload, $2, $2
  FROM jsonb_to_recordset($1::jsonb) AS one
    (id uuid, channel text, dedup_key text, target_kind text, target_id uuid, incident_id uuid, payload jsonb)
  ON CONFLICT (dedup_key) DO NOTHING RETURNING id`;

/** Queues messages, each at most once by its `dedupKey`; answers how many were new. Runs in the caller's transaction. */
export async function enqueueDeliveries(db: ClientBase | Pool, deliveries: readonly NewDelivery[], now: Date): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = deliveries.map((one) => ({
    ...{ id: uuidv7(), channel: one.channel, dedup_key: one.dedupKey, payload: one.payload },
    ...{ target_kind: one.targetKind, target_id: one.targetId, incident_id: one.incidentId },
  }));
  return (await db.query(SQL, [JSON.stringify(rows), now])).rows.length;
}
