import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { isAlive } from '@/lib/db/process-life';

export type DiskPostgres = {
  /** A new, empty database; answers its address. */
  database: () => Promise<string>;
  stop: () => Promise<void>;
};

/** A folder that Postgres can reach, gone with `remove`. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'warroom-bench-'));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The real Postgres as it runs in production: fsync on, every commit waits for the disk. */
export async function startDiskPostgres(): Promise<DiskPostgres> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  // Postgres runs in a group of its own and would outlive a run that is broken off.
  const endAtOnce = () => {
    if (isAlive(postgres.pid())) process.kill(postgres.pid(), 'SIGQUIT');
    remove();
  };
  process.once('exit', endAtOnce);
  return {
    async database() {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: postgres.url });
      client.on('error', () => undefined);
      await client.connect();
      await client.query(`create database ${name}`).finally(() => client.end());
      const address = new URL(postgres.url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      process.off('exit', endAtOnce);
      await postgres.stop();
      remove();
    },
  };
}
