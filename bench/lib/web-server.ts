import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './app-process';

export type WebServer = { name: string; url: string; stop: () => Promise<void> };

const TYPES = [
  'text/html html',
  'application/json json',
  'image/svg+xml svg',
  'application/atom+xml atom',
  'application/rss+xml rss',
];

// What docs/operations.md says of nginx in front: the application where it answers, else the folder.
const settings = (folder: string, root: string, port: number, appUrl: string) => `
daemon off; error_log stderr; pid ${folder}/nginx.pid; events {}
http {
  access_log off; types { ${TYPES.map((type) => `${type};`).join(' ')} text/calendar ics; }
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    location /status/ { proxy_pass ${appUrl}; proxy_connect_timeout 1s; proxy_intercept_errors on; error_page 502 503 504 = @standing; }
    location /api/v2/ { proxy_pass ${appUrl}; proxy_connect_timeout 1s; proxy_intercept_errors on; error_page 502 503 504 = @standing; }
    location @standing { root ${root}; index index.html; rewrite ^/status/(.*)$ /$1 break; try_files $uri $uri/index.html =404; }
  }
}
`;

async function nginx(folder: string, root: string, appUrl: string): Promise<WebServer> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, settings(folder, root, port, appUrl));
  chmodSync(folder, 0o777);
  const child: ChildProcess = spawn('nginx', ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error('nginx did not start. What it said stands above.');
    await wait(20);
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { name: 'nginx', url, stop };
}

/** Where there is no nginx: the files of a folder as they lie there. */
async function plain(root: string): Promise<WebServer> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace(/^\/status\//, '/').replace(/\/$/, '/index.html');
    try {
      response.end(readFileSync(path.join(root, path.posix.normalize(name))));
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { name: 'a plain static server', url: `http://127.0.0.1:${port}`, stop: async () => void server.close() };
}

/** nginx in front of the application with the folder behind it, where this machine has one; else a plain server of the folder. */
export function startWebServer(folder: string, root: string, appUrl: string): Promise<WebServer> {
  const hasNginx = spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;
  return hasNginx ? nginx(folder, root, appUrl) : plain(root);
}
