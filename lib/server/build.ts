import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { appRoot } from '@/lib/app-root';
import { generateClient } from '@/lib/db/generate-client';
import { childEnvironment } from '@/lib/env';
import { reasonOf, StartupError } from '@/lib/startup-error';
import { checkBeforeBuilding } from './check-before-building';

const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'next.config.js', 'postcss.config.mjs'],
];
const SETTINGS = ['tsconfig.json', 'package.json', 'package-lock.json'];
const NO_SOURCE = /(?:\.test\.tsx?|[/\\]generated|[/\\]testing)$/;

const output = path.join(appRoot, 'dist', 'server');
const stampFile = path.join(output, 'made-from');

function filesIn(relative: string): string[] {
  const absolute = path.join(appRoot, relative);
  if (!existsSync(absolute) || NO_SOURCE.test(relative)) return [];
  if (statSync(absolute).isFile()) return [relative];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesIn(path.join(relative, name)));
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '');
  for (const file of [...SOURCES, ...SETTINGS].flatMap(filesIn)) {
    const content = readFileSync(path.join(appRoot, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether what was built is what the sources say now. */
export function isBuilt(): boolean {
  const isThere = existsSync(stampFile) && existsSync(path.join(appRoot, '.next', 'BUILD_ID'));
  return isThere && readFileSync(stampFile, 'utf8') === hashOfSources();
}

function buildPages(): void {
  const next = path.join(appRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' });
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], { cwd: appRoot, env, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}\n`);
  throw new StartupError('The pages could not be built. What Next said stands above.');
}

/** Builds the pages with Next and the server with esbuild, and notes what they were made from. */
export async function build(): Promise<void> {
  const madeFrom = hashOfSources();
  rmSync(output, { recursive: true, force: true });
  generateClient();
  buildPages();
  await bundle({
    entryPoints: [path.join(appRoot, 'lib', 'server', 'main.ts')],
    outdir: output,
    bundle: true,
    // Modules loaded later stay files of their own: some must not run before the mode is settled.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'silent',
  });
  mkdirSync(output, { recursive: true });
  writeFileSync(stampFile, madeFrom);
}

async function main(isStarting: boolean): Promise<void> {
  if (isBuilt()) return;
  if (isStarting) await checkBeforeBuilding();
  process.stderr.write('Building Warroom; this takes a minute, and is done once.\n');
  await build();
}

main(process.argv.includes('--before-start')).catch((error: unknown) => {
  process.stderr.write(`Warroom did not start: ${reasonOf(error)}\n`);
  process.exit(1);
});
