import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';
import { reasonOf, StartupError } from '@/lib/startup-error';

const output = path.join(appRoot, 'lib', 'db', 'generated');
const stampFile = path.join(output, 'made-from');

function wanted(): string {
  const read = (...parts: string[]) => readFileSync(path.join(appRoot, ...parts), 'utf8');
  return createHash('sha256')
    .update(read('prisma', 'schema.prisma'))
    .update(read('node_modules', 'prisma', 'package.json'))
    .digest('hex');
}

/** Generates the Prisma client when it is missing or was made from another schema; answers whether it did. */
export function generateClient(): boolean {
  const stamp = wanted();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  const prisma = path.join(appRoot, 'node_modules', 'prisma', 'build', 'index.js');
  // Generating needs no engine, yet the command line would download one unless it is told of a program that exists.
  const env = childEnvironment({
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  try {
    execFileSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: appRoot, env, stdio: 'pipe' });
  } catch (error) {
    throw new StartupError(`The database client could not be generated: ${reasonOf(error)}`);
  }
  writeFileSync(stampFile, stamp);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient();
