import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartupError } from '@/lib/startup-error';
import type { PostgresBinaries } from './postgres-binaries';
import { argumentsOf, isAlive } from './process-life';
import type { RunAs } from './unprivileged-user';

/** Where a cluster is and how it is run. */
export type Cluster = {
  folder: string;
  logFile: string;
  binaries: PostgresBinaries;
  runAs: RunAs | null;
  settings: Record<string, string>;
};

/** A postmaster that runs, started by us or found running. */
export type Postmaster = { pid: number; port: number };

const MAX_LOG_BYTES = 10_000_000;

const pidFile = (folder: string) => path.join(folder, 'postmaster.pid');

// Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status.
function readPidFile(folder: string): (Postmaster & { lines: string[] }) | null {
  const file = pidFile(folder);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port, lines } : null;
}

function isPostgresOf(folder: string, pid: number): boolean {
  const [program, ...rest] = argumentsOf(pid);
  if (program === undefined || program === '') return true;
  return path.basename(program).startsWith('postgres') && rest.includes(folder);
}

/** The postmaster that a killed application left running on this folder, or null. */
export function runningPostmaster(folder: string): Postmaster | null {
  const found = readPidFile(folder);
  if (found === null || !isAlive(found.pid)) return null;
  if (isPostgresOf(folder, found.pid)) return { pid: found.pid, port: found.port };
  // Its number now belongs to another program. Postgres would refuse to start; a file that names its parent it reads on,
  // and still checks that nobody uses the old shared memory.
  writeFileSync(pidFile(folder), [String(process.pid), ...found.lines.slice(1)].join('\n'));
  return null;
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) truncateSync(file);
  return openSync(file, 'a', 0o600);
}

/** What Postgres said last, for a message about why it did not start. */
export function lastWords(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n') : [];
  const fatal = lines.slice(-20).findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').slice(0, 300);
}

/** Starts Postgres as a process of its own group: Ctrl-C reaches the application only, which stops it after draining. */
export function spawnPostmaster({ folder, logFile, binaries, runAs, settings }: Cluster, port: number): ChildProcess {
  const options = { ...settings, port: String(port) };
  const log = openLog(logFile);
  const child = spawn(
    binaries.postgres,
    ['-D', folder, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: folder,
      env: binaries.env,
      stdio: ['ignore', log, log],
      detached: true,
      ...runAs,
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

/** Fast mode: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(pid: number, patienceMs = 10_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let signal: NodeJS.Signals = 'SIGINT'; isAlive(pid); signal = 'SIGQUIT') {
    process.kill(pid, signal);
    while (isAlive(pid) && Date.now() < until + (signal === 'SIGQUIT' ? patienceMs : 0)) await wait(10);
    if (signal === 'SIGQUIT' && isAlive(pid)) throw new StartupError(`Postgres (process ${pid}) does not stop. End it by hand.`);
  }
}
