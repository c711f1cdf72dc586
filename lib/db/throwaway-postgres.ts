import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres';
import { runningPostmaster, stopPostmaster } from './postmaster';
import { birthOf, isAlive } from './process-life';

const PREFIX = 'warroom-throwaway-';

// Nothing here outlives the process, so nothing waits for the disk.
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

type Owner = { pid: number; birth: string };

const ownerFile = (folder: string) => path.join(folder, 'owner');

/** Ends what a killed test run left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    if (!existsSync(ownerFile(folder))) continue;
    const { pid, birth } = JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Owner;
    if (isAlive(pid) && birthOf(pid) === birth) continue;
    const left = runningPostmaster(path.join(folder, 'postgres'));
    if (left) await stopPostmaster(left.pid);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Postgres in a temporary folder that goes when it is stopped: for tests and for comparing schemas. Never for data. */
export async function startThrowawayPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep().catch(() => undefined);
  const dataFolder = mkdtempSync(path.join(tmpdir(), PREFIX));
  const owner: Owner = { pid: process.pid, birth: birthOf(process.pid) };
  chmodSync(dataFolder, 0o711);
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, settings: CARELESS });
    writeFileSync(ownerFile(dataFolder), JSON.stringify(owner));
    const stop = async () => {
      await postgres.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    };
    return { url: postgres.url, stop };
  } catch (error) {
    rmSync(dataFolder, { recursive: true, force: true });
    throw error;
  }
}
