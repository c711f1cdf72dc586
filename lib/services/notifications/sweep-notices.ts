import type { NoticeDeps } from './notice-deps';

const READ_KEPT_MS = 30 * 24 * 3_600_000;
const KEPT_MS = 90 * 24 * 3_600_000;

/** Removes what was read a month ago, and everything after three. */
export const sweepNotices =
  ({ pool, clock }: NoticeDeps) =>
  async (): Promise<void> => {
    const before = (ms: number) => new Date(clock().getTime() - ms);
    await pool.query('DELETE FROM notification WHERE read_at < $1 OR created_at < $2', [before(READ_KEPT_MS), before(KEPT_MS)]);
  };
