import { existsSync } from 'node:fs';
import path from 'node:path';
import { lockDataFolder } from '@/lib/db/data-folder-lock';
import { runningEmbedded, startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { checkDatabaseUrl } from '@/lib/db/pool';
import { readEnvironment } from '@/lib/env';
import { checkReachable, defaultDataFolder, ensureDataFolder } from '@/lib/server/data-folder';
import { StartupError } from '@/lib/startup-error';

export type Configured = {
  url: string;
  /** Where it is, in words. */
  place: string;
  close: () => Promise<void>;
};

type Options = { /** Makes an embedded database where there is none, instead of refusing. */ make?: boolean };

const opened = (url: string, place: string): Configured => ({ url, place, close: async () => undefined });

// Beside a running application, or with a Postgres of our own while the application is down.
async function openEmbedded(dataFolder: string, { make = false }: Options): Promise<Configured> {
  const running = runningEmbedded(dataFolder);
  if (running) return opened(running.url, dataFolder);
  if (!make && !existsSync(path.join(dataFolder, 'postgres'))) {
    throw new StartupError(`There is no database in ${dataFolder}. Set WARROOM_DATA or DATABASE_URL as for npm start.`);
  }
  if (make) ensureDataFolder(dataFolder);
  checkReachable(dataFolder);
  const unlock = await lockDataFolder(dataFolder);
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder });
    const close = async () => {
      await postgres.stop();
      unlock();
    };
    return { url: postgres.url, place: dataFolder, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The database that `npm start` would use, whether the application runs or not. Throws StartupError. */
export async function openConfigured(options: Options = {}): Promise<Configured> {
  const { databaseUrl, dataFolder } = readEnvironment();
  if (databaseUrl === null) return openEmbedded(dataFolder ?? defaultDataFolder(process.cwd()), options);
  checkDatabaseUrl(databaseUrl);
  return opened(databaseUrl, 'DATABASE_URL');
}
