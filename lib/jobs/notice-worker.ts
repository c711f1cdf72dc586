import type { Pool } from 'pg';
import type { NotifyPayload } from '@/lib/services/incident/effects-of';
import { claimEffect, settleEffect, sweepEffects } from './claim-effect';
import { repeat, type Repeated } from './repeat';

export type NoticeWorkerDeps = {
  pool: Pool;
  clock: () => Date;
  notifications: {
    tellOfEvent: (payload: NotifyPayload) => Promise<void>;
    tellOfTime: () => Promise<void>;
    sweep: () => Promise<void>;
  };
  onError: (error: unknown) => void;
};

const EVERY_MS = 2_000;
const LEASE_MS = 30_000;
const TIME_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Tells of the oldest event that somebody should know of; false where none waits. [W6] */
export async function tellNext(deps: NoticeWorkerDeps): Promise<boolean> {
  const claimed = await claimEffect<NotifyPayload>(deps, 'notify', LEASE_MS);
  if (!claimed) return false;
  try {
    await deps.notifications.tellOfEvent(claimed.payload);
  } catch (error) {
    deps.onError(error);
    await settleEffect(deps, claimed, 'It could not be told.');
    return true;
  }
  await settleEffect(deps, claimed, null);
  return true;
}

/** Tells people and hooks of the team what they should know, of events and of time that ran out, until it is stopped. */
export function createNoticeWorker(deps: NoticeWorkerDeps): { events: Repeated; time: Repeated } {
  let sweptAtMs = 0;
  const lookAtTime = async () => {
    await deps.notifications.tellOfTime();
    const nowMs = deps.clock().getTime();
    if (nowMs - sweptAtMs < SWEEP_EVERY_MS) return false;
    await deps.notifications.sweep();
    await sweepEffects(deps);
    sweptAtMs = nowMs;
    return false;
  };
  return {
    events: repeat(() => tellNext(deps), { everyMs: EVERY_MS, onError: deps.onError }),
    time: repeat(lookAtTime, { everyMs: TIME_EVERY_MS, onError: deps.onError }),
  };
}
