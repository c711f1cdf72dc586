import type { Pool } from 'pg';

type Deps = { pool: Pool; clock: () => Date };
type Held = { id: string; attempts: number };

/** How long others leave alone what is being sent; renewed for as long as that takes. */
export const LEASE_MS = 30_000;
const RENEW_MS = LEASE_MS / 3;
// Before the lease is over by our clock, whatever the clock of another process says.
const MARGIN_MS = 5_000;
const LONGEST_MS = 60_000;

// Only as long as this is still the latest attempt: who took it over meanwhile keeps it.
const RENEW = `UPDATE delivery SET due_at = $3::timestamptz + $4 * interval '1 millisecond'
  WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND failed_at IS NULL`;

/**
 * Keeps an attempt for this process. `signal` tells it to break off where it takes too long, or where the lease could not be
 * renewed and somebody else may take it up.
 */
export function holdLease({ pool, clock }: Deps, { id, attempts }: Held): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const startedAt = performance.now();
  let heldUntil = startedAt + LEASE_MS;
  const renew = async () => {
    const askedAt = performance.now();
    const { rowCount } = await pool.query(RENEW, [id, attempts, clock(), LEASE_MS]);
    if (rowCount === 1) heldUntil = askedAt + LEASE_MS;
  };
  const look = () => {
    const now = performance.now();
    if (now > heldUntil - MARGIN_MS || now - startedAt > LONGEST_MS) controller.abort();
  };
  const timers = [setInterval(() => void renew().catch(() => undefined), RENEW_MS), setInterval(look, 1_000)];
  return { signal: controller.signal, release: () => timers.forEach(clearInterval) };
}
