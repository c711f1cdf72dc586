import type { Pool } from 'pg';

type Deps = { pool: Pool; clock: () => Date };

export type ClaimedEffect<Payload> = {
  id: string;
  payload: Payload;
  incidentId: string | null;
  /** This one included. */
  attempts: number;
  createdAt: Date;
  /** Whether its incident is private, or practice, by now. */
  isHidden: boolean;
};

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;
const KEEP_MS = 7 * 24 * 3_600_000;

// Taken for a while rather than locked while it is done: a process that dies leaves it to the next one.
const CLAIM = `
  UPDATE effect SET attempts = attempts + 1, due_at = $1::timestamptz + $2 * interval '1 millisecond'
  WHERE id = (
    SELECT id FROM effect WHERE kind = $3 AND done_at IS NULL AND failed_at IS NULL AND due_at <= $1
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, payload, incident_id AS "incidentId", attempts, created_at AS "createdAt",
    coalesce((SELECT is_private OR is_practice FROM incident WHERE incident.id = effect.incident_id), false) AS "isHidden"`;

/** How long to wait after so many attempts: 5, 10, 20 ... seconds, at most an hour. */
export const waitMs = (attempts: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));

/** Whether the next attempt would come more than a day after the first. */
export const isOver = (createdAt: Date, next: Date): boolean => next.getTime() - createdAt.getTime() > GIVE_UP_MS;

/** The oldest effect of a kind that is due, taken for `leaseMs`; null where none is. */
export async function claimEffect<Payload>(
  { pool, clock }: Deps,
  kind: string,
  leaseMs: number,
): Promise<ClaimedEffect<Payload> | null> {
  const { rows } = await pool.query<ClaimedEffect<Payload>>(CLAIM, [clock(), leaseMs, kind]);
  return rows[0] ?? null;
}

/** Keeps an effect for as long again, while it is being done. */
export const renewEffect = ({ pool, clock }: Deps, id: string, leaseMs: number): Promise<unknown> =>
  pool.query(`UPDATE effect SET due_at = $2::timestamptz + $3 * interval '1 millisecond' WHERE id = $1`, [id, clock(), leaseMs]);

/** Writes down what came of an effect: `null` done, else the reason for which it is tried again later, or given up. */
export async function settleEffect(
  { pool, clock }: Deps,
  { id, attempts, createdAt }: Pick<ClaimedEffect<unknown>, 'id' | 'attempts' | 'createdAt'>,
  reason: string | null,
): Promise<'done' | 'later' | 'given up'> {
  const mark = (column: 'done_at' | 'failed_at' | 'due_at', at: Date) =>
    pool.query(`UPDATE effect SET ${column} = $2 WHERE id = $1`, [id, at]);
  if (reason === null) {
    await mark('done_at', clock());
    return 'done';
  }
  const next = new Date(clock().getTime() + waitMs(attempts));
  if (!isOver(createdAt, next)) {
    await mark('due_at', next);
    return 'later';
  }
  await mark('failed_at', clock());
  return 'given up';
}

/** Removes what was done, or given up, a week ago or more. */
export async function sweepEffects({ pool, clock }: Deps): Promise<void> {
  const before = new Date(clock().getTime() - KEEP_MS);
  await pool.query('DELETE FROM effect WHERE done_at < $1 OR failed_at < $1', [before]);
}
