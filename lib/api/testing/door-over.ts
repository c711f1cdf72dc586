import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { io, type Socket } from 'socket.io-client';
import { stampAddress } from '@/lib/auth/client-address';
import { createAuthFetch } from '@/lib/auth/next-auth-fetch';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/socket';
import { createLocalBus } from '@/lib/realtime/local-bus';
import { liveReads } from '@/lib/realtime/live-reads';
import { createLive } from '@/lib/realtime/live-server';
import { createStandingSite, type StandingSite } from '@/lib/publish/standing-site';
import { createLimitedServer, serve } from '@/lib/server/http-server';
import { createPolicy, fixedHeaders } from '@/lib/server/security-headers';
import { createStatusDoor } from '@/lib/server/status-door';
import { ORIGIN, SECRET, type ApiOver, type Who } from './api-over';

export type OpenSocket = Socket<ServerToClient, ClientToServer>;

export type Door = {
  url: string;
  port: number;
  /** The status page that it serves: what a test publishes, it takes. */
  site: StandingSite;
  /** Opens a socket; rejects with the server's `{code}` where it is not let in. */
  open: (who: Who) => Promise<OpenSocket>;
  close: () => Promise<void>;
};

type Fetch = (request: Request) => Response | Promise<Response>;
const listener = (fetch: Fetch) => getRequestListener(fetch, { overrideGlobalObjects: false });

/** Everything but the pages behind the real door, on a port of its own. */
export async function doorOver(api: ApiOver): Promise<Door> {
  const opened: OpenSocket[] = [];
  const fail = (error: unknown) => void api.failures.push(error);
  const live = createLive({
    reads: liveReads(api.services),
    drafts: api.services.drafts,
    ...{
      callerFrom: api.callerFrom,
      bus: createLocalBus(),
      allowedOrigins: [ORIGIN],
      epoch: api.db.epoch,
      clock: () => new Date(),
    },
    log: { warn: () => undefined, error: fail },
  });
  const auth = createAuthFetch({
    ...{ people: api.services.people, secret: SECRET, publicUrl: ORIGIN, allowedOrigins: [ORIGIN], oidc: null },
    onError: (_code, error) => fail(error),
  });
  api.listeners.add(live.publish);
  const folder = mkdtempSync(path.join(tmpdir(), 'warroom-door-'));
  const site = createStandingSite({ folder, headers: {} });
  const statusDoor = createStatusDoor({ site, headers: fixedHeaders(ORIGIN) });
  statusDoor.openInternal({ callerFrom: api.callerFrom, render: api.services.publishing.renderInternal });
  const server = createLimitedServer();
  serve(server, {
    ...{ api: listener((request) => api.api.fetch(request)), auth: listener(auth) },
    ...{ sockets: live.handleRequest, socketUpgrade: live.handleUpgrade, reloadUpgrade: null },
    status: statusDoor.answer,
    pages: (_request, response) => void response.end('a page'),
    ...{
      policy: createPolicy({ allowedOrigins: [ORIGIN], formTargets: [], isDevelopment: false }),
      headers: fixedHeaders(ORIGIN),
    },
    ...{ stamp: (request) => stampAddress(request, () => false), onError: fail },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    ...{ url, port, site },
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
