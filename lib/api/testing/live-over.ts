import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/socket';
import { createLocalBus } from '@/lib/realtime/local-bus';
import { liveReads } from '@/lib/realtime/live-reads';
import { createLive } from '@/lib/realtime/live-server';
import { ORIGIN, type ApiOver, type Who } from './api-over';

export type OpenSocket = Socket<ServerToClient, ClientToServer>;

export type LiveOver = {
  url: string;
  port: number;
  /** Opens a socket; rejects with the server's `{code}` where it is not let in. */
  open: (who: Who) => Promise<OpenSocket>;
  close: () => Promise<void>;
};

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** The sockets over the same services, on a port of their own. */
export async function liveOver(api: ApiOver): Promise<LiveOver> {
  const opened: OpenSocket[] = [];
  const live = createLive({
    reads: liveReads(api.services),
    callerFrom: api.callerFrom,
    bus: createLocalBus(),
    allowedOrigins: [ORIGIN],
    epoch: api.db.epoch,
    clock: () => new Date(),
    log: { warn: () => undefined, error: (details) => void api.failures.push(details) },
  });
  api.listeners.add(live.publish);
  const server = createServer((request, response) => live.handleRequest(request, response));
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head));
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    port,
    open: (who) =>
      new Promise((resolve, reject) => {
        const socket: OpenSocket = io(url, {
          ...{ transports: ['websocket'], forceNew: true, reconnection: false },
          extraHeaders: who.headers,
        });
        opened.push(socket);
        socket.once('connect', () => resolve(socket));
        socket.once('connect_error', reject);
      }),
    async close() {
      api.listeners.delete(live.publish);
      for (const socket of opened) socket.disconnect();
      await live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
