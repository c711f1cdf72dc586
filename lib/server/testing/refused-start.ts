import { spawn } from 'node:child_process';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';

export type Refused = { code: number | null; stdout: string; lines: string[] };

/** Starts the built application where it must refuse: how it ended and what it said. */
export function refusedStart(environment: Record<string, string>): Promise<Refused> {
  const program = path.join(appRoot, 'dist', 'server', 'main.js');
  const env = childEnvironment({ LOG_LEVEL: 'warn', ...environment });
  const child = spawn(process.execPath, [program], { cwd: appRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, lines: stderr.trimEnd().split('\n') }));
    // What was not refused would run on.
    child.stdout.once('data', () => child.kill('SIGTERM'));
  });
}
