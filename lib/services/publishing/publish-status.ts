import type { PoolClient } from 'pg';
import { inTransaction } from '@/lib/db/transaction';
import { hashOf, renderSite, type Files } from '@/lib/publish/render-site';
import type { StatusPayload } from '../incident/effects-of';
import { packFiles } from './pack-files';
import type { PublishingDeps } from './publishing-deps';
import { createReadPublicStatus } from './read-public-status';

/** What brings it about besides what was written: the clock, a start, somebody who asks for it. */
export type PublishReason = { reason: 'clock' | 'start' | 'asked'; actorId?: string };

/** `busy`: another process is at it, and does not see everything yet. */
export type PublishOutcome =
  | { kind: 'busy' | 'nothing' }
  | { kind: 'same' | 'published'; hash: string; files: Files; nextChangeAt: string };

const KEEP_MS = 90 * 24 * 3_600_000;

// Two processes would write down what they read in the other order.
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtext('warroom.status.publish')) AS got`;
const TAKE = `UPDATE effect SET done_at = $1, attempts = attempts + 1
  WHERE kind = 'status' AND done_at IS NULL AND failed_at IS NULL RETURNING id, incident_id AS "incidentId", payload`;
const LATEST = `SELECT hash FROM publication WHERE error IS NULL ORDER BY id DESC LIMIT 1`;
const INSERT = `INSERT INTO publication (at, actor_id, reason, hash, files, file_count, size_bytes, duration_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
const FORGET = `UPDATE publication SET files = NULL WHERE files IS NOT NULL AND id <> $1`;
const SWEEP = `DELETE FROM publication WHERE at < $1 AND id <> $2`;
const ACTOR = `SELECT actor->>'userId' AS "actorId" FROM event WHERE incident_id = $1 AND id::text = $2`;

type Effect = { id: string; incidentId: string | null; payload: StatusPayload & { actorId?: string } };
type Cause = { reason: string; actorId: string | null };

async function causeOf(client: PoolClient, effects: readonly Effect[], asked: PublishReason | null): Promise<Cause> {
  const last = effects.toSorted((a, b) => Number(b.id) - Number(a.id))[0];
  if (!last) return { reason: asked?.reason ?? 'asked', actorId: asked?.actorId ?? null };
  const { rows } = await client.query<{ actorId: string | null }>(ACTOR, [last.incidentId, last.payload.eventId]);
  return { reason: last.payload.type, actorId: last.payload.actorId ?? rows[0]?.actorId ?? null };
}

type Rendered = { hash: string; files: Files; startedMs: number };

async function insert(client: PoolClient, now: Date, { reason, actorId }: Cause, { hash, files, startedMs }: Rendered) {
  const sizeBytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const packed = JSON.stringify(await packFiles(files));
  const durationMs = Math.round(performance.now() - startedMs);
  const values = [now, actorId, reason, hash, packed, files.size, sizeBytes, durationMs];
  const { rows } = await client.query<{ id: string }>(INSERT, values);
  await client.query(FORGET, [rows[0]?.id]);
  await client.query(SWEEP, [new Date(now.getTime() - KEEP_MS), rows[0]?.id]);
}

/**
 * Renders the public page, and keeps it as the latest publication where it differs from the one before. Without `asked`
 * only where something was written that asks for it. What asked for it counts as done in the same transaction: killed in
 * the middle, the old page stands and the next one does it again.
 */
export function createPublishStatus(deps: PublishingDeps) {
  const read = createReadPublicStatus(deps);
  return async (asked: PublishReason | null): Promise<PublishOutcome> => {
    const outcome = await inTransaction<PublishOutcome>(deps.pool, async (client) => {
      const { rows } = await client.query<{ got: boolean }>(LOCK);
      if (!rows[0]?.got) return { kind: 'busy' };
      const now = deps.clock();
      const effects = (await client.query<Effect>(TAKE, [now])).rows;
      if (effects.length === 0 && asked === null) return { kind: 'nothing' };
      const startedMs = performance.now();
      // On a connection of its own: what it sees begins after the lock was had, or it might be older than what stands.
      const status = await read('public');
      const files = renderSite(status, deps.publicUrl);
      const hash = hashOf(files);
      const latest = (await client.query<{ hash: string }>(LATEST)).rows[0]?.hash;
      const found = { hash, files, nextChangeAt: status.nextChangeAt };
      if (latest === hash) return { kind: 'same', ...found };
      await insert(client, now, await causeOf(client, effects, asked), { hash, files, startedMs });
      return { kind: 'published', ...found };
    });
    return outcome ?? { kind: 'nothing' };
  };
}
