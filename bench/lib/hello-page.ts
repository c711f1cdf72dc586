import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';
import { freePort } from './app-process';

const NEXT = path.join(appRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
const READY_MS = 30_000;

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(appRoot)} } };`,
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/page.js': 'export default () => <h1>Hello</h1>;',
};

export type HelloPage = { url: string; stop: () => void };

/** The least that Next can serve: a page that says hello, built and served by the Next of this house. */
export async function serveHelloPage(): Promise<HelloPage> {
  mkdirSync(path.join(appRoot, 'dist'), { recursive: true });
  // Inside of the house, where the libraries are found.
  const folder = mkdtempSync(path.join(appRoot, 'dist', 'hello-'));
  mkdirSync(path.join(folder, 'app'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  const env = childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' });
  const built = spawnSync(process.execPath, [NEXT, 'build'], { cwd: folder, env, encoding: 'utf8' });
  if (built.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`The hello page could not be built: ${built.stdout}${built.stderr}`);
  }
  const port = await freePort();
  const args = [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  const stop = () => {
    process.off('exit', stop);
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}`;
  for (let waitedMs = 0; !(await isThere(url)); waitedMs += 50) {
    if (waitedMs > READY_MS) {
      stop();
      throw new Error('The hello page was built, and its server did not answer.');
    }
    await wait(50);
  }
  return { url, stop };
}

const isThere = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
