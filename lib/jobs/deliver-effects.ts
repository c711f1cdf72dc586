import type { Pool } from 'pg';
import type { WebhookPayload } from '@/lib/services/incident/effects-of';
import { signedHeaders } from './sign-webhook';

export type EffectsDeps = {
  pool: Pool;
  clock: () => Date;
  url: string;
  secret: string;
  /** Told when a message was given up, and why. */
  onGivenUp: (details: { id: string; type: string; attempts: number; reason: string }) => void;
};

const TIMEOUT_MS = 5_000;
// Longer than a time-out: nobody else takes what is still being sent.
const LEASE_MS = 3 * TIMEOUT_MS;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;
const KEEP_MS = 7 * 24 * 3_600_000;

// Taken for a while rather than locked while it is sent: a process that dies leaves it to the next one.
const CLAIM = `
  UPDATE effect SET attempts = attempts + 1, due_at = $1::timestamptz + $2 * interval '1 millisecond'
  WHERE id = (
    SELECT id FROM effect WHERE kind = 'webhook' AND done_at IS NULL AND failed_at IS NULL AND due_at <= $1
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, payload, attempts, created_at,
    (SELECT is_private OR is_practice FROM incident WHERE incident.id = effect.incident_id) AS is_hidden`;

type Claimed = { id: string; payload: WebhookPayload; attempts: number; created_at: Date; is_hidden: boolean | null };

const waitMs = (attempts: number) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));

async function send({ url, secret, clock }: EffectsDeps, payload: WebhookPayload): Promise<string | null> {
  const body = JSON.stringify(payload);
  const headers = signedHeaders({ id: payload.id, at: clock(), body }, secret);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Warroom' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok ? null : `the receiver answered ${response.status}`;
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause ?? '')}`.trim() : String(error);
  }
}

/** Sends one message and writes down what came of it. */
async function settle(deps: EffectsDeps, { id, payload, attempts, created_at, is_hidden }: Claimed): Promise<void> {
  const { pool, clock } = deps;
  const mark = (column: 'done_at' | 'failed_at' | 'due_at', at: Date) =>
    pool.query(`UPDATE effect SET ${column} = $2 WHERE id = $1`, [id, at]);
  // It was hidden after this was written: what is private now is told to nobody.
  const reason = is_hidden ? null : await send(deps, payload);
  if (reason === null) {
    await mark('done_at', clock());
    return;
  }
  const next = new Date(clock().getTime() + waitMs(attempts));
  if (next.getTime() - created_at.getTime() <= GIVE_UP_MS) {
    await mark('due_at', next);
    return;
  }
  await mark('failed_at', clock());
  deps.onGivenUp({ id: payload.id, type: payload.type, attempts, reason });
}

/**
 * Sends the oldest message that is due, at least once and always under the id of its event; false where none is due.
 * What fails is tried again after 5, 10, 20 ... seconds, at most an hour apart, for a day. [W6]
 */
export async function deliverNext(deps: EffectsDeps): Promise<boolean> {
  const { rows } = await deps.pool.query<Claimed>(CLAIM, [deps.clock(), LEASE_MS]);
  const [claimed] = rows;
  if (!claimed) return false;
  await settle(deps, claimed);
  return true;
}

/** Removes what was sent, or given up, a week ago or more. */
export async function sweepEffects({ pool, clock }: Pick<EffectsDeps, 'pool' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS);
  await pool.query('DELETE FROM effect WHERE done_at < $1 OR failed_at < $1', [before]);
}
