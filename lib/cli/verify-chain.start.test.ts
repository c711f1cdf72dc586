import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '@/e2e/fixtures/app';
import { appRoot } from '@/lib/app-root';
import { runningEmbedded } from '@/lib/db/embedded-postgres';
import { childEnvironment } from '@/lib/env';

let app: RunningApp;

async function send<T>(route: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${app.url}/api/v1${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
  return response.json() as Promise<T>;
}

function verify(env: Record<string, string>) {
  const program = path.join(appRoot, 'lib', 'cli', 'verify-chain.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', program], {
    cwd: appRoot,
    env: childEnvironment({ DATABASE_URL: '', WARROOM_DATA: app.dataFolder, ...env }),
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stdout, complained: run.stderr };
}

const databaseUrl = () => runningEmbedded(app.dataFolder)?.url ?? '';

async function tamper(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`UPDATE event SET data = '{"text": "All was well"}' WHERE seq = 2`).finally(() => client.end());
}

beforeAll(async () => {
  app = await startApp();
  const person = { token: app.setupToken, name: 'Ada', email: 'ada@example.org', password: 'a long enough passphrase' };
  const { apiToken } = await send<{ apiToken: string }>('/setup', person);
  await send('/incidents', { title: 'Orders answer 500' }, apiToken);
  await send('/incidents/INC-1/log', { text: 'Redis was killed' }, apiToken);
});
afterAll(() => app.stop());

test('[S8] the command reads beside a running application, and finds nothing where nothing was changed', () => {
  expect(verify({})).toEqual({
    code: 0,
    said: expect.stringMatching(/^INC-1 #2 [0-9a-f]{64}\n1 incidents, 2 events: no fault\n$/),
    complained: '',
  });
});

test('[S8] it ends with 1 and says what was changed, by address or by folder, with the application down as well', async () => {
  await tamper();
  const wrong = { code: 1, said: expect.stringContaining('1 faults'), complained: 'INC-1 #2: its words were changed\n' };
  expect(verify({ DATABASE_URL: databaseUrl() })).toEqual(wrong);
  expect(verify({})).toEqual(wrong);
  await app.end();
  expect(verify({})).toEqual(wrong);
  expect(runningEmbedded(app.dataFolder)).toBeNull();
});

test('it says what to do where there is no database', () => {
  const { code, complained } = verify({ WARROOM_DATA: path.join(app.dataFolder, 'nothing') });
  expect(code).toBe(1);
  expect(complained).toMatch(/There is no database in .* Set WARROOM_DATA or DATABASE_URL/);
});
