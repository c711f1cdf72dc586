import type { Pool } from 'pg';
import type { About } from '@/lib/services/delivery/payloads';
import { claimEffect, renewEffect, settleEffect } from './claim-effect';
import { repeat, type Repeated } from './repeat';

export type AnnounceDeps = {
  pool: Pool;
  clock: () => Date;
  announce: (input: { about: About; since: Date; onPage: () => Promise<unknown> }) => Promise<number>;
  onGivenUp: (details: { about: About; attempts: number; reason: string }) => void;
  onError: (error: unknown) => void;
};

const EVERY_MS = 2_000;
// For one page of subscribers; two who are at it at once queue nothing twice.
const LEASE_MS = 30_000;

/** Queues what the oldest announcement that is due leads to; false where none is due. */
export async function announceNext(deps: Omit<AnnounceDeps, 'onError'>): Promise<boolean> {
  const claimed = await claimEffect<About>(deps, 'announce', LEASE_MS);
  if (!claimed) return false;
  const { payload: about, attempts, createdAt, isHidden } = claimed;
  let reason: string | null = null;
  try {
    const onPage = () => renewEffect(deps, claimed.id, LEASE_MS);
    if (!isHidden) await deps.announce({ about, since: createdAt, onPage });
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  if ((await settleEffect(deps, claimed, reason)) === 'given up') deps.onGivenUp({ about, attempts, reason: reason ?? '' });
  return true;
}

/** Tells subscribers what was published, until it is stopped. `wake` after a commit spares them the wait. */
export const createAnnounceWorker = (deps: AnnounceDeps): Repeated =>
  repeat(() => announceNext(deps), { everyMs: EVERY_MS, onError: deps.onError });
