import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import next from 'next';
import { appRoot } from '@/lib/app-root';
import type { Handle, HandleUpgrade } from './http-server';

export type Pages = { handle: Handle; reloadUpgrade: HandleUpgrade | null; close: () => Promise<void> };

/** Next, rendering pages for our own server. */
export async function startPages({
  isDevelopment,
  host,
  port,
}: {
  isDevelopment: boolean;
  host: string;
  port: number;
}): Promise<Pages> {
  // Next answers the upgrades of the server that it is given, from the first request on. To this one come only those of hot
  // reload: Next's own upgrade handler answers none at all.
  const decoy = new EventEmitter() as Server;
  const app = next({ dev: isDevelopment, dir: appRoot, hostname: host, port, httpServer: decoy, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const reload: HandleUpgrade = (request, socket, head) => {
    if (!decoy.emit('upgrade', request, socket, head)) socket.destroy();
  };
  return {
    handle: (request, response) => handle(request, response),
    reloadUpgrade: isDevelopment ? reload : null,
    close: () => app.close(),
  };
}
