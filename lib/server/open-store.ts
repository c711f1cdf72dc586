import { openDatabase, type Database } from '@/lib/db/database';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import type { Log } from './log';

export type Store = { database: Database; close: () => Promise<void> };

type Options = { databaseUrl: string | null; dataFolder: string; log: Log };

const WORDS = {
  died: 'The embedded Postgres died. Starting it again.',
  restarted: 'The embedded Postgres is back.',
  failed: 'The embedded Postgres does not start again. Trying on; its own words are in postgres.log in the data folder.',
} as const;

async function openEmbedded(dataFolder: string, log: Log, onError: (error: Error) => void): Promise<Store> {
  const onEvent = (event: keyof typeof WORDS, detail: string) => log.error({ detail }, WORDS[event]);
  const postgres = await startEmbeddedPostgres({ dataFolder, onEvent });
  if (postgres.adopted) log.warn('Found the embedded Postgres running, left behind by a killed Warroom, and went on with it.');
  try {
    const database = await openDatabase(postgres.url, { onError });
    const close = async () => {
      await database.close();
      await postgres.stop();
    };
    return { database, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The database: the one that is given, or the embedded one on the data folder, which this process holds the lock of. */
export async function openStore({ databaseUrl, dataFolder, log }: Options): Promise<Store> {
  let isClosing = false;
  const onError = (error: Error) => {
    if (!isClosing) log.warn({ reason: error.message }, 'A connection to the database broke.');
  };
  const open = async (url: string): Promise<Store> => {
    const database = await openDatabase(url, { onError });
    return { database, close: database.close };
  };
  const store = await (databaseUrl === null ? openEmbedded(dataFolder, log, onError) : open(databaseUrl));
  const close = () => {
    isClosing = true;
    return store.close();
  };
  return { ...store, close };
}
