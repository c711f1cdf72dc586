import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { freePort, startApp, type AppProcess } from './app-process';
import { startDiskPostgres, temporaryFolder, type DiskPostgres } from './disk-postgres';
import { monotonicMs } from './monotonic';
import { addPeople } from './people';
import { post } from './post';
import { openTrialPool } from './open-pool';

export const SAID = 'We see that card payments are declined, and look for the cause.';
const COMPONENTS = 20;
const PATIENCE_MS = 60_000;

export type StatusPage = { app: AppProcess; dataFolder: string; postgres: DiskPostgres; stop: () => Promise<void> };

async function fill(url: string, databaseUrl: string): Promise<void> {
  const pool = openTrialPool(databaseUrl);
  const [person] = await addPeople(pool, 1);
  const components = Array.from({ length: COMPONENTS }, (_, index) => ({
    id: uuidv7(),
    name: `Component ${index}`,
    position: index,
  }));
  await pool.query(
    `INSERT INTO component (id, name, position, is_public, created_at)
     SELECT id, name, position, true, now() - interval '200 days'
     FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, name text, position int)`,
    [JSON.stringify(components)],
  );
  await pool.end();
  const headers = { authorization: `Bearer ${person?.token}` };
  const incident = uuidv7();
  const declared = await post(`${url}/api/v1/incidents`, { id: incident, title: 'Inside' }, headers);
  const named = components.slice(0, 3).map(({ id }) => ({ componentId: id, state: 'partial_outage' }));
  const input = { audience: 'public', phase: 'investigating', text: SAID, title: 'Payments are declined', components: named };
  const command = { id: uuidv7(), name: 'update.post', input: { ...input, nextUpdateAt: null } };
  const said = await post(`${url}/api/v1/incidents/${incident}/commands`, command, headers);
  if (declared.status !== 201 || said.status !== 200)
    throw new Error(`Saying something was answered with ${said.text.slice(0, 300)}`);
}

const saysSo = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8').includes(SAID);

// It is served a moment before it stands in the folder.
async function untilPublished(url: string, dataFolder: string): Promise<void> {
  const until = monotonicMs() + PATIENCE_MS;
  const index = path.join(dataFolder, 'status', 'current', 'index.html');
  for (;;) {
    const response = await fetch(`${url}/status/`).catch(() => null);
    if (response && (await response.text()).includes(SAID) && saysSo(index)) return;
    if (monotonicMs() > until) throw new Error(`The page did not say it within ${PATIENCE_MS / 1000} s.`);
    await wait(50);
  }
}

/** The real application with a public update on its page, on a Postgres that can be stopped. */
export async function startStatusPage(): Promise<StatusPage> {
  const postgres = await startDiskPostgres();
  const databaseUrl = await postgres.database();
  const { folder, remove } = temporaryFolder();
  const app = await startApp({ dataFolder: folder, port: await freePort(), databaseUrl });
  const stop = async () => {
    await app.kill();
    await postgres.stop().catch(() => undefined);
    remove();
  };
  try {
    await fill(app.url, databaseUrl);
    await untilPublished(app.url, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, dataFolder: folder, postgres, stop };
}
