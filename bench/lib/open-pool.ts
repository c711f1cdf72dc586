import pg from 'pg';

/** A pool for a trial. Its connections may be ended by a database that stops, also while they say good-bye. */
export function openTrialPool(connectionString: string | undefined, max = 1): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
