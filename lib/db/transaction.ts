import type { Pool, PoolClient } from 'pg';

// Class 08: connection; 57P0x: server going down; 40001/40P01: asked to try again; 53300: too many connections.
const TRANSIENT_CODES = /^(08\w{3}|57P0[1-5]|40001|40P01|53300|25006|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;
// The pg driver reports a lost wire as plain errors without a code.
const TRANSIENT_WORDS =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed|connection timeout/i;

/** Whether the database was not there (restarting, cut off): the same work may succeed in a moment. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && TRANSIENT_CODES.test(code)) || TRANSIENT_WORDS.test(error.message);
}

/** Whether the database gave up on a statement or a lock that took too long. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && ['57014', '55P03', '25P03'].includes(String((error as { code?: unknown }).code));

/** How a transaction ends: with its answer, behind the statements that were sent last and are not answered yet. */
export type Ending<T> = { answer: T; last: Promise<unknown> };

const begin = async (client: PoolClient): Promise<void> => void (await client.query('BEGIN'));

/** Runs `work` between BEGIN and COMMIT. `work` answers `null` to have everything undone. */
export const inTransaction = <T>(pool: Pool, work: (client: PoolClient) => Promise<T | null>): Promise<T | null> =>
  inTransactionOn(pool, begin, async (client) => {
    const answer = await work(client);
    return answer === null ? null : { answer, last: Promise.resolve() };
  });

async function end<T>(client: PoolClient, ending: Ending<T> | null): Promise<T | null> {
  if (ending === null) return client.query('ROLLBACK').then(() => null);
  // Where one of the last statements fails, Postgres answers COMMIT by undoing everything.
  const [, { command }] = await Promise.all([ending.last, client.query('COMMIT')]);
  if (command !== 'COMMIT') throw new Error(`The transaction was not committed: ${command}.`);
  return ending.answer;
}

/**
 * Runs `work` on what `open` read right after its BEGIN, up to COMMIT, which is sent right behind its last statements.
 * `work` answers `null` to have everything undone. A connection on which anything failed is not used again: its state is
 * unknown.
 */
export async function inTransactionOn<T, Opened>(
  pool: Pool,
  open: (client: PoolClient) => Promise<Opened>,
  work: (client: PoolClient, opened: Opened) => Promise<Ending<T> | null>,
): Promise<T | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A wire that dies between two statements speaks up here; the next statement then fails with the reason.
  const onError = (error: Error) => void (broken = error);
  client.on('error', onError);
  try {
    return await end(client, await work(client, await open(client)));
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    await client.query('ROLLBACK').then(
      () => (broken = undefined),
      () => undefined,
    );
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
