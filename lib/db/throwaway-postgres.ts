import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres';

// Nothing here outlives the process, so nothing waits for the disk.
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
  file_copy_method: 'clone',
};

/** A Postgres in a temporary folder that goes when it is stopped: for tests and for comparing schemas. Never for data. */
export async function startThrowawayPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'warroom-throwaway-'));
  chmodSync(dataFolder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder, settings: CARELESS });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}
