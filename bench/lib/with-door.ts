import { apiOver, type ApiOver } from '@/lib/api/testing/api-over';
import { doorOver, type Door } from '@/lib/api/testing/door-over';
import { openDatabase } from '@/lib/db/database';
import { startDiskPostgres } from './disk-postgres';

/** Works on the whole server, API and sockets behind its one door, over a database of its own. */
export async function withDoor<T>(work: (api: ApiOver, door: Door) => Promise<T>): Promise<T> {
  const postgres = await startDiskPostgres();
  const db = await openDatabase(await postgres.database());
  const api = apiOver(db);
  const door = await doorOver(api);
  try {
    return await work(api, door);
  } finally {
    await door.close();
    await db.close();
    await postgres.stop();
  }
}
