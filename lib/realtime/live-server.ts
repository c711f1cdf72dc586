import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Caller } from '@/lib/auth/caller';
import type { Bus, BusMessage } from './bus';
import { createDraftTables, type LiveDrafts } from './draft-tables';
import { createHandshake } from './handshake';
import type { LiveLog, LiveReads } from './live-ports';
import type { LiveIo } from './member';
import { createOriginCheck } from './origin';
import { createRooms } from './rooms';
import { serveSocket } from './serve-socket';
import { createWatch } from './watch';

type LiveOptions = {
  reads: LiveReads;
  drafts: LiveDrafts;
  callerFrom: (headers: Headers) => Promise<Caller | null>;
  bus: Bus;
  /** Origins of pages that may connect: the public address, and what the configuration adds. */
  allowedOrigins: readonly string[];
  epoch: string;
  clock: () => Date;
  log: LiveLog;
};

export type Live = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  handleRequest: (request: IncomingMessage, response: ServerResponse) => void;
  /** Events just committed, in seq order. */
  publish: (message: { incidentId: string; events: IncidentEvent[] }) => void;
  /** The notices of these people changed: their own sockets, and no others, are told to read them again. */
  noticed: (userIds: readonly string[]) => void;
  /** Somebody's sessions, tokens or role changed: looks at once instead of within a second. */
  accessChanged: () => void;
  /** Takes nobody in any more and asks those who are here to come back in a moment. */
  drain: () => void;
  close: () => Promise<void>;
};

const MESSAGE_MAX_BYTES = 128 * 1024;
const DRAIN_JITTER_MS = 5000;
// Who has died in silence is gone, and not shown as present, after 20 s at most.
const PING_MS = 10_000;
const CONNECT_TIMEOUT_MS = 10_000;

const personKey = (userId: string) => `person:${userId}`;

const refuse = (socket: Duplex, status: string) => {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The sockets of this process. Holds no truth: everything it sends was read from, or committed to, the database. */
export function createLive({ reads, drafts, callerFrom, bus, allowedOrigins, epoch, clock, log }: LiveOptions): Live {
  const node = randomUUID();
  let isDraining = false;
  const mayConnect = createOriginCheck(allowedOrigins);
  const engine = new Engine({
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MESSAGE_MAX_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    allowRequest: (request, answer) => answer(null, mayConnect(request.headers, request.method ?? 'GET')),
  });
  // Recovery of the connection state stays off, so every connection passes the handshake and reads the database. [S7]
  const io: LiveIo = new Server({ connectTimeout: CONNECT_TIMEOUT_MS, serveClient: false });
  io.bind(engine);

  const rooms = createRooms({ io, reads, bus, node, epoch, clock, log });
  const tables = createDraftTables({ drafts, bus, node, log });
  const watch = createWatch({ io, reads, rooms, log });
  io.use((socket, next) => void createHandshake({ callerFrom, isDraining: () => isDraining, log })(socket, next));
  io.on('connection', (socket) => {
    void socket.join(personKey(socket.data.caller.actor.userId));
    serveSocket(socket, { rooms, tables, reads, epoch, clock, log });
  });

  // Who a socket belongs to was looked up when it came, and is again every second: one that ended is cut.
  const tellNoticed = (userIds: readonly string[]) => {
    for (const userId of userIds) io.to(personKey(userId)).emit('notices:changed');
  };

  const hear = (message: BusMessage) => {
    if (message.node === node) return;
    if (message.kind === 'noticed') return tellNoticed(message.userIds);
    if (message.kind === 'events') rooms.take(message.incidentId, message.events);
    else if (message.kind === 'draft') tables.hear(message);
    else rooms.hearPresence(message);
  };
  const endHearing = bus.subscribe(hear);

  // A request target that is no path makes the engine throw.
  const isServable = (request: IncomingMessage) =>
    !isDraining && request.url?.startsWith('/') === true && mayConnect(request.headers, request.method ?? 'GET');

  return {
    handleUpgrade(request, socket, head) {
      if (!isServable(request)) return refuse(socket, isDraining ? '503 Service Unavailable' : '403 Forbidden');
      try {
        engine.handleUpgrade(request as never, socket as never, head);
      } catch {
        refuse(socket, '400 Bad Request');
      }
    },
    handleRequest(request, response) {
      if (!isServable(request)) {
        response.writeHead(isDraining ? 503 : 403).end();
        return;
      }
      try {
        engine.handleRequest(request as never, response as never);
      } catch {
        response.writeHead(400).end();
      }
    },
    publish({ incidentId, events }) {
      rooms.take(incidentId, events);
      bus.publish({ kind: 'events', node, incidentId, events });
      tables.posted(
        incidentId,
        events.flatMap((event) => (event.type === 'update.posted' ? [event.data] : [])),
      );
    },
    noticed(userIds) {
      tellNoticed(userIds);
      bus.publish({ kind: 'noticed', node, userIds: [...userIds] });
    },
    accessChanged: () => watch.look(),
    drain() {
      isDraining = true;
      for (const socket of io.of('/').sockets.values())
        socket.emit('server:draining', { retryAfterMs: Math.round(Math.random() * DRAIN_JITTER_MS) });
    },
    async close() {
      isDraining = true;
      watch.stop();
      endHearing();
      rooms.stop();
      await io.close();
    },
  };
}
