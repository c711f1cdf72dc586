import { openDatabase, type Database } from '@/lib/db/database';
import { startDiskPostgres } from './disk-postgres';

/** Runs `work` on a fresh database of a Postgres as in production, both gone afterwards. */
export async function onFreshDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const postgres = await startDiskPostgres();
  const db = await openDatabase(await postgres.database());
  try {
    return await work(db);
  } finally {
    await db.close();
    await postgres.stop();
  }
}
