import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { databaseClock } from './database-clock';
import { PrismaClient } from './generated/client';
import { migrate } from './migrate';
import { checkDatabaseUrl, checkVersion, explain, openPool, type PoolOptions } from './pool';

/** A migrated database. Prisma and raw SQL use the same pool. */
export type Database = {
  pool: Pool;
  prisma: PrismaClient;
  /** Names one life of the database: another one means that history may differ. */
  epoch: string;
  /** The time that every process on this database agrees on. */
  clock: () => Date;
  close: () => Promise<void>;
};

async function epochOf(pool: Pool): Promise<string> {
  const name = 'epoch';
  await pool.query(`insert into setting (name, value) values ($1, gen_random_uuid()::text) on conflict do nothing`, [name]);
  const { rows } = await pool.query<{ value: string }>('select value from setting where name = $1', [name]);
  return rows[0]?.value ?? '';
}

/**
 * Connects, applies the migrations, and answers with one pool that Prisma and raw SQL share. Throws StartupError with a
 * sentence for the operator: bad address, nobody there, wrong password, too old a Postgres, a database newer than the app.
 */
export async function openDatabase(url: string, options: PoolOptions = {}): Promise<Database> {
  checkDatabaseUrl(url);
  const pool = openPool(url, options);
  try {
    await checkVersion(pool);
    await migrate(url);
    const epoch = await epochOf(pool);
    const clock = await databaseClock(pool);
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { onPoolError: () => undefined }) });
    const close = async () => {
      clock.stop();
      await prisma.$disconnect();
      await pool.end();
    };
    return { pool, prisma, epoch, clock: clock.now, close };
  } catch (error) {
    await pool.end();
    throw explain(error);
  }
}
