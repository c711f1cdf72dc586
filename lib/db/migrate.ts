import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { appRoot } from '@/lib/app-root';
import { reasonOf, StartupError } from '@/lib/startup-error';

export type Migration = { name: string; sql: string; checksum: string };

type Applied = { migration_name: string; checksum: string };

export const migrationsFolder = path.join(appRoot, 'prisma', 'migrations');

// The number that Prisma's own command line locks, so that the two exclude each other.
const LOCK = 72_707_369;

// Prisma's own table, column by column: its tools read the history that we write.
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** The migrations of a folder in their order. */
export function readMigrations(folder: string): Migration[] {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function history(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  );
  return rows;
}

/** What is still to be applied. Refuses a history that this version does not know. */
export function pending(known: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(known.map((one) => [one.name, one]));
  for (const { migration_name: name, checksum } of applied) {
    const own = byName.get(name);
    if (!own) {
      throw new StartupError(
        `The database is newer than this Warroom (it has ${name}). Start the version that last used it, or a newer one.`,
      );
    }
    if (own.checksum !== checksum) {
      throw new StartupError(`The migration ${name} is not the one that the database was made with. Start an unchanged Warroom.`);
    }
  }
  const done = new Set(applied.map((one) => one.migration_name));
  return known.filter((one) => !done.has(one.name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new StartupError(`The migration ${name} failed and nothing was changed: ${reasonOf(error)}`);
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

/**
 * Applies what is missing, all of it in one transaction: a kill in the middle leaves the database as it was. Several
 * processes may start at once; one applies, the others wait. Throws StartupError.
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const known = readMigrations(folder);
  // A connection of its own: changing tables may take longer than a request may.
  const client = new pg.Client({ connectionString: url, application_name: 'warroom-migrate', connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(HISTORY);
    const missing = pending(known, await history(client));
    for (const migration of missing) await apply(client, migration);
    await client.query('commit');
    return missing.map((one) => one.name);
  } finally {
    await client.end();
  }
}
