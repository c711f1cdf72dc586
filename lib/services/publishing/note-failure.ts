import type { PublishingDeps } from './publishing-deps';

// The same reason again says nothing new.
const NOTE = `INSERT INTO publication (at, reason, hash, file_count, size_bytes, duration_ms, error)
  SELECT $1, $2, '', 0, 0, 0, $3
  WHERE (SELECT error FROM publication ORDER BY id DESC LIMIT 1) IS DISTINCT FROM $3`;

/** Writes into the log of publications that the page could not be rendered, and why. */
export const createNoteFailure =
  ({ pool, clock }: PublishingDeps) =>
  async (reason: string, error: string): Promise<void> =>
    void (await pool.query(NOTE, [clock(), reason, error.slice(0, 500)]));
