import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';
import { asking, PROBED, type Child } from './child';
import { monotonicMs } from './monotonic';

/** Where the application keeps its things: its own Postgres in a folder, or a database elsewhere; how wrong its clock is. */
export type Home = {
  dataFolder: string;
  port: number;
  databaseUrl?: string;
  wrong?: { aheadMs: number; timeZone: string };
  /** Further variables. */
  environment?: Record<string, string>;
};

export type AppProcess = {
  url: string;
  process: ChildProcess;
  ask: Child['ask'];
  /** From being started until it said that it is ready. */
  readyAfterMs: number;
  /** Without a word of warning, as the kernel or a power cut would. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
  hasEnded: () => boolean;
  /** The end of what it wrote. */
  lastWords: () => string;
};

const PROGRAM = path.join(appRoot, 'dist', 'server', 'main.js');
const BUILD = fileURLToPath(new URL('../../lib/server/build.ts', import.meta.url));
const SHIFT_CLOCK = new URL('shift-clock.mjs', import.meta.url).href;
const START_MS = 60_000;
export const SECRET = 'a secret for measuring';

/** Builds what `npm start` would build. */
export function haveBuild(): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', BUILD], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('Warroom could not be built. What was wrong stands above.');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether it takes writes: the database answers and is migrated. */
export async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1000) }).then(
    async (response) => (await response.arrayBuffer(), response.status === 200),
    () => false,
  );
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The real server in a process of its own, built as for production. Answers when it is ready. */
export async function startApp({ dataFolder, port, databaseUrl, wrong, environment = {} }: Home): Promise<AppProcess> {
  const logFile = path.join(dataFolder, 'warroom.log');
  const log = openSync(logFile, 'a', 0o600);
  const startedAt = monotonicMs();
  const clock = wrong ? ['--import', `${SHIFT_CLOCK}?aheadMs=${wrong.aheadMs}`] : [];
  const child = spawn(process.execPath, [...clock, ...PROBED, PROGRAM], {
    cwd: appRoot,
    env: childEnvironment({
      ...{ HOST: '127.0.0.1', PORT: String(port), WARROOM_DATA: dataFolder, DATABASE_URL: databaseUrl ?? '', LOG_LEVEL: 'warn' },
      ...(wrong ? { TZ: wrong.timeZone } : {}),
      ...{ WARROOM_URL: '', REDIS_URL: '', WARROOM_WEBHOOK_URL: '', WARROOM_SECRET: SECRET },
      ...environment,
    }),
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const lastWords = () => readFileSync(logFile, 'utf8').slice(-2000);
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (hasEnded() || monotonicMs() - startedAt > START_MS) {
      await end('SIGKILL');
      throw new Error(`Warroom did not get ready. Its last words: ${lastWords()}`);
    }
    await wait(10);
  }
  const readyAfterMs = monotonicMs() - startedAt;
  const ends = { kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), hasEnded };
  return { url, process: child, ask: asking(child), readyAfterMs, lastWords, ...ends };
}
