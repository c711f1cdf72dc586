import type { PublishingDeps } from './publishing-deps';

const DUE = `SELECT EXISTS (SELECT 1 FROM effect WHERE kind = 'status' AND done_at IS NULL AND failed_at IS NULL) AS due`;

/** Whether something was written that the page does not say yet. */
export const createIsPublishingDue =
  ({ pool }: PublishingDeps) =>
  async (): Promise<boolean> =>
    (await pool.query<{ due: boolean }>(DUE)).rows[0]?.due === true;
