import pg from 'pg';
import { codeOf, reasonOf, StartupError } from '@/lib/startup-error';

export type PoolOptions = { onError?: (error: Error) => void; connections?: number };

const OLDEST = 150_000;

/** A pool whose connections give up in time and whose errors never end the process. */
export function openPool(url: string, { onError = () => undefined, connections = 10 }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'warroom',
    max: connections,
    connectionTimeoutMillis: 2000,
    statement_timeout: 5000,
    lock_timeout: 2000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    // Statements that wait for nothing are sent one behind the other, on one way to the database.
    pipeline: true,
  });
  pool.on('error', onError);
  // A connection that breaks while it is lent out and idle has nobody else to tell.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

const WRONG: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Is Postgres running, and are host and port right?',
  ENOTFOUND: 'there is no such host. Check the host name.',
  EAI_AGAIN: 'the host name cannot be looked up just now. Check the host name and DNS.',
  ETIMEDOUT: 'the host does not answer. Check host, port and firewall.',
  '28P01': 'the user name or password is wrong.',
  '28000': 'this user may not connect. Check the user name and pg_hba.conf.',
  '3D000': 'there is no such database. Create it first.',
};

/** What an error of connecting means for the operator. */
export function explain(error: unknown): StartupError {
  if (error instanceof StartupError) return error;
  const known = WRONG[codeOf(error) ?? ''];
  return new StartupError(`The database of DATABASE_URL cannot be used: ${known ?? reasonOf(error)}`);
}

/** Refuses, in one line, an address that is no Postgres address. */
export function checkDatabaseUrl(url: string): void {
  const isAddress = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
  if (isAddress) return;
  throw new StartupError(
    'DATABASE_URL is not an address of Postgres. It looks like postgresql://user:password@host:5432/warroom',
  );
}

/** Refuses a Postgres that is too old. */
export async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; name: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
  );
  if (rows[0] && rows[0].version >= OLDEST) return;
  throw new StartupError(`This is Postgres ${rows[0]?.name}; Warroom needs Postgres 15 or newer.`);
}

/** Connects once and goes away again. Throws StartupError where this database cannot be used. */
export async function checkDatabase(url: string): Promise<void> {
  checkDatabaseUrl(url);
  const pool = openPool(url, { connections: 1 });
  try {
    await checkVersion(pool);
  } catch (error) {
    throw explain(error);
  } finally {
    await pool.end();
  }
}
