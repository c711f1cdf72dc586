import type { JoinAnswer, JoinRequest } from '@/lib/contracts/socket';
import { isServiceError } from '@/lib/services/errors';
import type { Caller } from '@/lib/auth/caller';
import type { LiveReads } from './live-ports';

/** Further behind than this, a snapshot is cheaper than replaying. [S5] */
export const REPLAY_MAX = 500;

type Joined = Extract<JoinAnswer, { ok: true }>;

/**
 * What somebody with `after` of `epoch` is told on joining: the events since, or a snapshot where those would not lead
 * there. [S4] [S5] Throws ServiceError not_found where they may not know of it.
 */
export async function readSince(
  reads: Pick<LiveReads, 'readEvents' | 'loadRoom'>,
  caller: Caller,
  { incident, after, epoch }: JoinRequest,
  { presentEpoch, now }: { presentEpoch: string; now: () => Date },
): Promise<Joined> {
  const isSameLife = epoch === undefined || epoch === presentEpoch;
  if (isSameLife) {
    const range = await reads.readEvents(caller, incident, { after, limit: REPLAY_MAX });
    const isBehind = range.head >= after && range.head - after <= REPLAY_MAX;
    if (isBehind && range.epoch === presentEpoch)
      return { ok: true, head: range.head, epoch: range.epoch, now: now().toISOString(), events: range.events };
  }
  const snapshot = await reads.loadRoom(caller, incident);
  return { ok: true, head: snapshot.seq, epoch: snapshot.epoch, now: now().toISOString(), snapshot };
}

/** What is said to a client when joining failed. What is unknown gets a fixed sentence. */
export function refusedJoin(error: unknown): Extract<JoinAnswer, { ok: false }> {
  if (isServiceError(error)) return { ok: false, code: error.code, message: error.message };
  return { ok: false, code: 'failed', message: 'The server could not open this incident. Try again in a moment.' };
}
