import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { afterEach } from 'vitest';
import type { JoinAnswer, JoinRequest } from '@/lib/contracts/socket';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/socket';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { apiOver, ORIGIN, type ApiOver, type Who } from '@/lib/api/testing/api-over';
import type { Database } from '@/lib/db/database';
import { TELLS_NOBODY } from '@/lib/services/notifications/notice-deps';
import type { Services } from '@/lib/services/services';
import type { Bus } from '../bus';
import { liveReads } from '../live-reads';
import { createLive, type Live } from '../live-server';
import type { LiveReads } from '../live-ports';
import { createLocalBus } from '../local-bus';

export { ORIGIN };

export type TestSocket = Socket<ServerToClient, ClientToServer>;
type Connecting = Partial<ManagerOptions & SocketOptions>;

/** What came to one socket. */
export type Heard = {
  events: IncidentEvent[];
  messages: IncidentEvent[][];
  heads: Parameters<ServerToClient['room:head']>[0][];
  closed: Parameters<ServerToClient['room:closed']>[0][];
  presence: Parameters<ServerToClient['presence:changed']>[0][];
  /** How often one's own notices changed. */
  notices: true[];
};

export type TestClient = {
  socket: TestSocket;
  heard: Heard;
  join: (request: JoinRequest) => Promise<JoinAnswer>;
  /** Answers as soon as what was heard satisfies `isSo`. */
  until: (isSo: (heard: Heard) => boolean) => Promise<void>;
  disconnected: Promise<string>;
};

/** One process: services, API and live server over a database, on a port of its own. */
export type TestNode = ApiOver & {
  live: Live;
  url: string;
  connect: (who: Who, options?: Connecting) => Promise<TestClient>;
  open: (who: Who, options?: Connecting) => TestSocket;
  /** While true, nothing committed is handed to the live server: only the database tells. */
  isMuted: boolean;
  close: () => Promise<void>;
};

type NodeOptions = { bus?: Bus; clock?: () => Date; reads?: (reads: LiveReads) => LiveReads };

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function listenTo(socket: TestSocket): TestClient {
  const heard: Heard = { events: [], messages: [], heads: [], closed: [], presence: [], notices: [] };
  const waiting = new Set<() => void>();
  const keep = <T>(list: T[], ...more: T[]) => {
    list.push(...more);
    for (const look of waiting) look();
  };
  socket.on('room:events', ({ events }) => {
    keep(heard.messages, events);
    keep(heard.events, ...events);
  });
  socket.on('room:head', (head) => keep(heard.heads, head));
  socket.on('room:closed', (closed) => keep(heard.closed, closed));
  socket.on('presence:changed', (message) => keep(heard.presence, message));
  socket.on('notices:changed', () => keep(heard.notices, true));
  return {
    socket,
    heard,
    join: (request) => socket.emitWithAck('room:join', request),
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo(heard)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    disconnected: new Promise((resolve) => socket.once('disconnect', resolve)),
  };
}

const nodes = new Set<TestNode>();
afterEach(async () => {
  for (const node of nodes) await node.close();
  nodes.clear();
});

export async function testNode(db: Database, options: NodeOptions = {}): Promise<TestNode> {
  const bus = options.bus ?? createLocalBus();
  const sockets: TestSocket[] = [];
  let live: Live | null = null;
  const api = apiOver(db, {
    telling: { ...TELLS_NOBODY, noticed: (userIds) => live?.noticed(userIds) },
    published: (message) => {
      if (!node.isMuted) live?.publish(message);
    },
  });
  const reads = liveReads(api.services as Services);
  live = createLive({
    reads: options.reads?.(reads) ?? reads,
    drafts: (api.services as Services).drafts,
    callerFrom: api.callerFrom,
    bus,
    allowedOrigins: [ORIGIN],
    epoch: db.epoch,
    clock: options.clock ?? (() => new Date()),
    log: { warn: () => undefined, error: (details, message) => console.error(message, details) },
  });
  const serving = live;
  const server = createServer((request, response) => serving.handleRequest(request, response));
  server.on('upgrade', (request, socket, head) => serving.handleUpgrade(request, socket, head));
  const url = await listen(server);

  const open = (who: Who, connecting: Connecting = {}): TestSocket => {
    const socket: TestSocket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: who.headers,
      ...connecting,
    });
    sockets.push(socket);
    return socket;
  };

  const node: TestNode = {
    ...api,
    live: serving,
    url,
    open,
    isMuted: false,
    async connect(who, connecting) {
      const socket = open(who, connecting);
      const client = listenTo(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
      });
      return client;
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await serving.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  nodes.add(node);
  return node;
}
