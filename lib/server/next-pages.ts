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
  // Next would answer upgrades on the server that it is given; on this one none ever come.
  const decoy = new EventEmitter() as Server;
  const app = next({ dev: isDevelopment, dir: appRoot, hostname: host, port, httpServer: decoy, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    handle: (request, response) => handle(request, response),
    reloadUpgrade: isDevelopment ? (request, socket, head) => void upgrade(request, socket as never, head) : null,
    close: () => app.close(),
  };
}
