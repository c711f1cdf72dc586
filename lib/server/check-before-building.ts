import { refuseWhereLocked } from '@/lib/db/data-folder-lock';
import { checkDatabase } from '@/lib/db/pool';
import { readEnvironment } from '@/lib/env';
import { checkReachable, defaultDataFolder, ensureDataFolder } from './data-folder';
import { createLimitedServer, listenOn } from './http-server';

/** Says at once what would keep Warroom from starting, instead of after a minute of building under a running one. */
export async function checkBeforeBuilding(): Promise<void> {
  const environment = readEnvironment();
  const dataFolder = environment.dataFolder ?? defaultDataFolder(process.cwd());
  ensureDataFolder(dataFolder);
  if (environment.databaseUrl === null) {
    checkReachable(dataFolder);
    refuseWhereLocked(dataFolder);
  } else {
    await checkDatabase(environment.databaseUrl);
  }
  const server = createLimitedServer();
  await listenOn(server, environment);
  server.close();
}
