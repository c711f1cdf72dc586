import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { codeOf, reasonOf, StartupError } from '@/lib/startup-error';
import { postgresBinaries } from './postgres-binaries';
import { lastWords, runningPostmaster, spawnPostmaster, stopPostmaster, type Cluster, type Postmaster } from './postmaster';
import { isAlive } from './process-life';
import { unprivilegedUser } from './unprivileged-user';

export type EmbeddedPostgres = {
  url: string;
  /** The postmaster's process number; another one after it died and was started again. */
  pid: () => number;
  /** Whether it was found running, left behind by a killed application. */
  adopted: boolean;
  stop: () => Promise<void>;
};

type Options = {
  dataFolder: string;
  /** Settings of Postgres on top of ours, by name. */
  settings?: Record<string, string>;
  onEvent?: (event: 'died' | 'restarted' | 'failed', detail: string) => void;
};

const MAJOR = '18';
const USER = 'warroom';
const DATABASE = 'warroom';
const START_MS = 60_000;
const WATCH_MS = 250;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
};

const addressOf = (port: number, password: string, database: string) =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;

function keptPassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

const passwordFile = (dataFolder: string) => path.join(dataFolder, 'postgres-password');

/** The embedded Postgres that runs on a data folder just now, for reading beside the application; null where none does. */
export function runningEmbedded(dataFolder: string): { url: string; pid: number } | null {
  if (!existsSync(passwordFile(dataFolder))) return null;
  const found = runningPostmaster(path.join(dataFolder, 'postgres'));
  return found && { url: addressOf(found.port, keptPassword(passwordFile(dataFolder)), DATABASE), pid: found.pid };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Made under another name and then renamed: a cluster half made by a killed start is never taken for a whole one.
async function createCluster({ folder, binaries, runAs }: Cluster, password: string): Promise<void> {
  const draft = `${folder}.unfinished-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runAs) for (const one of [draft, passwordFile]) chownSync(one, runAs.uid, runAs.gid);
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await promisify(execFile)(binaries.initdb, ['-D', draft, '--data-checksums', ...encoding, ...access], {
      cwd: draft,
      env: binaries.env,
      ...runAs,
    });
  } catch (error) {
    throw new StartupError(`The database could not be made in ${folder}: ${reasonOf(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, folder);
}

async function haveCluster(cluster: Cluster, password: string): Promise<void> {
  const { folder } = cluster;
  if (!existsSync(folder)) return createCluster(cluster, password);
  const versionFile = path.join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    const what = readdirSync(folder).length === 0 ? 'is empty' : 'holds something else';
    throw new StartupError(
      `${folder} should hold the database but ${what}. Move it away, or set WARROOM_DATA to another folder.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version === MAJOR) return;
  throw new StartupError(
    `${folder} was made by Postgres ${version} and this is Postgres ${MAJOR}. See docs/operations.md on moving it.`,
  );
}

async function accepts(port: number, password: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: addressOf(port, password, database), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const STILL_STARTING = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

async function waitUntilReady(port: number, password: string, hasEnded: () => boolean, logFile: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (hasEnded()) throw new StartupError(`The embedded Postgres did not start: ${lastWords(logFile)}`);
    try {
      const client = await accepts(port, password, 'postgres');
      return await client.end();
    } catch (error) {
      if (codeOf(error) && !STILL_STARTING.has(codeOf(error) ?? '')) {
        throw new StartupError(`The embedded Postgres refuses its own password or settings: ${reasonOf(error)}`);
      }
      await wait(15);
    }
  }
  throw new StartupError(`The embedded Postgres was not ready after ${START_MS / 1000} s. Its own words are in ${logFile}`);
}

async function start(cluster: Cluster, port: number, password: string): Promise<Postmaster> {
  const child = spawnPostmaster(cluster, port);
  const failure: { error: Error | null } = { error: null };
  child.once('error', (error) => (failure.error = error));
  const ended = () => failure.error !== null || child.exitCode !== null || child.signalCode !== null;
  await waitUntilReady(port, password, ended, cluster.logFile);
  return { pid: child.pid ?? 0, port };
}

// Children of a killed postmaster hold its memory for a moment, and its port may be in use for as long.
async function startPatiently(cluster: Cluster, port: number, password: string, patienceMs: number): Promise<Postmaster> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await start(cluster, port, password);
    } catch (error) {
      if (Date.now() > until) throw error;
      await wait(100);
    }
  }
}

async function haveDatabase(port: number, password: string): Promise<void> {
  try {
    return await (await accepts(port, password, DATABASE)).end();
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
  }
  const client = await accepts(port, password, 'postgres');
  await client.query(`create database ${DATABASE}`);
  await client.end();
}

function prepareFolder(dataFolder: string): Omit<Cluster, 'settings'> {
  const folder = path.join(dataFolder, 'postgres');
  const runAs = unprivilegedUser(folder);
  return { folder, logFile: path.join(dataFolder, 'postgres.log'), runAs, binaries: postgresBinaries(dataFolder, runAs) };
}

/**
 * Runs the real Postgres of the npm package on a data folder that we hold the lock of. Adopts one left behind by a
 * killed application, and starts it again when it dies. Throws StartupError.
 */
export async function startEmbeddedPostgres({ dataFolder, settings = {}, onEvent }: Options): Promise<EmbeddedPostgres> {
  const cluster = { ...prepareFolder(dataFolder), settings: { ...SETTINGS, ...settings } };
  const password = keptPassword(passwordFile(dataFolder));
  await haveCluster(cluster, password);
  const left = runningPostmaster(cluster.folder);
  if (left) await waitUntilReady(left.port, password, () => !isAlive(left.pid), cluster.logFile);
  const first = left ?? (await startPatiently(cluster, await freePort(), password, 5000));
  await haveDatabase(first.port, password);
  const watch = keepAlive(cluster, password, first, onEvent ?? (() => undefined));
  return { url: addressOf(first.port, password, DATABASE), adopted: left !== null, ...watch };
}

function keepAlive(cluster: Cluster, password: string, first: Postmaster, onEvent: NonNullable<Options['onEvent']>) {
  let { pid } = first;
  let stopping = false;
  let reviving: Promise<void> | null = null;
  const revive = async () => {
    onEvent('died', `process ${pid}`);
    try {
      ({ pid } = await startPatiently(cluster, first.port, password, 30_000));
      onEvent('restarted', `process ${pid}`);
    } catch (error) {
      onEvent('failed', reasonOf(error));
    }
    reviving = null;
  };
  const timer = setInterval(() => {
    if (!stopping && !reviving && !isAlive(pid)) reviving = revive();
  }, WATCH_MS).unref();
  return {
    pid: () => pid,
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await reviving;
      if (isAlive(pid)) await stopPostmaster(pid);
    },
  };
}
