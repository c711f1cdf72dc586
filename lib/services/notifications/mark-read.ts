import type { Caller } from '@/lib/auth/caller';
import type { MarkReadInput } from '@/lib/contracts/notices';
import { mustWrite } from '../people/may';
import type { NoticeDeps } from './notice-deps';

const SQL = `UPDATE notification SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3))`;

/** Marks one's own notices as read, these or all; other people's are left alone. Twice is once. */
export const markRead =
  ({ pool, clock, noticed }: NoticeDeps) =>
  async (caller: Caller, input: MarkReadInput): Promise<void> => {
    mustWrite(caller);
    const { userId } = caller.actor;
    const { rowCount } = await pool.query(SQL, [userId, clock(), 'ids' in input ? input.ids : null]);
    // Other windows of the same person count them too.
    if (rowCount) noticed([userId]);
  };
