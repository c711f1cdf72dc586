import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { isAway } from '@/lib/services/away';
import type { Channel } from '@/lib/services/delivery/enqueue-deliveries';
import { NEVER_DUE } from '@/lib/services/delivery/never-due';
import { isOver, waitMs } from './claim-effect';
import { holdLease, LEASE_MS } from './hold-lease';

/** A message on its way. `id` stays the same over all attempts: receivers know a repeat by it. */
export type Delivery = {
  id: string;
  channel: Channel;
  targetKind: 'subscriber' | 'user' | 'hook';
  targetId: string | null;
  incidentId: string | null;
  payload: unknown;
  /** This one included. */
  attempts: number;
  createdAt: Date;
};

/** What came of an attempt: `final` where trying again would be no use. `status` as the receiver said it. */
export type Sent = { ok: true; status: string } | { ok: false; status: string | null; error: string; final?: true };
/** Sends one message. `signal` asks it to break off while that still leaves the receiver without the message. */
export type Sender = (delivery: Delivery, signal: AbortSignal) => Promise<Sent>;
export type Senders = { [C in Channel]?: Sender };

export type SendingDeps = { pool: Pool; clock: () => Date; senders: Senders };

const KEEP_MS = 30 * 24 * 3_600_000;
const AGAIN_MS = 250;

const CLAIM = `
  UPDATE delivery SET attempts = attempts + 1, due_at = $1::timestamptz + $2 * interval '1 millisecond'
  WHERE id IN (
    SELECT id FROM delivery
    WHERE channel = ANY($3) AND done_at IS NULL AND failed_at IS NULL AND due_at <= $1 AND id <> ALL($5::uuid[])
    ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
  RETURNING id, channel, target_kind AS "targetKind", target_id AS "targetId", incident_id AS "incidentId", payload, attempts,
    created_at AS "createdAt"`;
// A failure counts only as long as nobody else took the message up or gave it up; that it arrived counts always.
const SETTLE = `UPDATE delivery SET done_at = $3, failed_at = $4, due_at = $5, last_status = $6, last_error = $7
  WHERE id = $1 AND done_at IS NULL AND ($3::timestamptz IS NOT NULL OR (attempts = $2 AND failed_at IS NULL))`;

/** Messages that are due, taken for a while; `except` those that this process has in its hands already. */
export async function claimDue({ pool, clock, senders }: SendingDeps, count: number, except: string[] = []): Promise<Delivery[]> {
  const { rows } = await pool.query<Delivery>(CLAIM, [clock(), LEASE_MS, Object.keys(senders), count, except]);
  return rows;
}

async function attempt({ senders }: SendingDeps, delivery: Delivery, signal: AbortSignal): Promise<Sent> {
  const send = senders[delivery.channel];
  if (!send) return { ok: false, status: null, error: `Nothing here sends ${delivery.channel}.` };
  try {
    return await send(delivery, signal);
  } catch (error) {
    return { ok: false, status: null, error: error instanceof Error ? error.message : String(error) };
  }
}

const asText = (text: string): string => text.replaceAll('\0', '').toWellFormed().slice(0, 500);

function settled({ id, attempts, createdAt }: Delivery, sent: Sent, now: Date): unknown[] {
  const status = sent.status === null ? null : asText(sent.status);
  if (sent.ok) return [id, attempts, now, null, NEVER_DUE, status, null];
  const next = new Date(now.getTime() + waitMs(attempts));
  const isGivenUp = sent.final === true || isOver(createdAt, next);
  return [id, attempts, null, isGivenUp ? now : null, isGivenUp ? NEVER_DUE : next, status, asText(sent.error)];
}

/** Writes down what came of an attempt. A database that is away is waited for: a note that is lost is a mail sent twice. */
async function settle({ pool, clock }: SendingDeps, delivery: Delivery, sent: Sent): Promise<void> {
  for (;;) {
    try {
      return void (await pool.query(SETTLE, settled(delivery, sent, clock())));
    } catch (error) {
      if (!isAway(error)) throw error;
      await wait(AGAIN_MS, undefined, { ref: false });
    }
  }
}

/** Sends one message that was claimed, and writes down what came of it. */
export async function sendOne(deps: SendingDeps, delivery: Delivery, stopping?: AbortSignal): Promise<void> {
  const lease = holdLease(deps, delivery);
  try {
    const signal = stopping ? AbortSignal.any([lease.signal, stopping]) : lease.signal;
    await settle(deps, delivery, await attempt(deps, delivery, signal));
  } finally {
    lease.release();
  }
}

/**
 * Sends up to `count` messages that are due, all at once, each at least once and always under its own id; answers how many
 * there were. What fails is tried again after 5, 10, 20 ... seconds, at most an hour apart, for a day.
 */
export async function sendDue(deps: SendingDeps, count: number): Promise<number> {
  const claimed = await claimDue(deps, count);
  await Promise.all(claimed.map((delivery) => sendOne(deps, delivery)));
  return claimed.length;
}

/** Removes what was sent, or given up, thirty days ago or more. */
export async function sweepDeliveries({ pool, clock }: Pick<SendingDeps, 'pool' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS);
  await pool.query('DELETE FROM delivery WHERE done_at < $1 OR failed_at < $1', [before]);
}
