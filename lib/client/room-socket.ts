import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, JoinAnswer, JoinRequest, PresenceUpdate, ServerToClient } from '@/lib/contracts/socket';

type LiveSocket = Socket<ServerToClient, ClientToServer>;

export type RoomSocket = {
  socket: LiveSocket;
  join: (request: JoinRequest) => Promise<JoinAnswer>;
  leave: (incident: string) => void;
  present: (update: PresenceUpdate) => void;
  /** Connects now, if it is not. */
  wake: () => void;
  /** Ends a connection that has gone silent and makes another. */
  restart: () => void;
  /** Gives it back; the last to do so ends the connection. */
  release: () => void;
};

const ANSWER_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5000;
const RETRY_MS = 1000;
const RETRY_SPREAD_MS = 2000;

let shared: { socket: LiveSocket; users: number } | null = null;

function connect(): LiveSocket {
  const socket: LiveSocket = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2000,
    timeout: CONNECT_TIMEOUT_MS,
  });
  const again = (delayMs = RETRY_MS + Math.random() * RETRY_SPREAD_MS) =>
    setTimeout(() => {
      if (shared?.socket === socket && !socket.active) socket.connect();
    }, delayMs);
  // What the network breaks is mended by the client itself; what the server ended is not.
  socket.on('connect_error', (error) => {
    const { code } = (error as Error & { data?: { code?: string } }).data ?? {};
    if (!socket.active && code !== 'unauthenticated') again();
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again();
  });
  socket.on('server:draining', ({ retryAfterMs }) => {
    setTimeout(() => {
      if (shared?.socket === socket) socket.disconnect().connect();
    }, retryAfterMs);
  });
  return socket;
}

/** The one connection of this tab, shared by all that need it. */
export function acquireRoomSocket(): RoomSocket {
  shared ??= { socket: connect(), users: 0 };
  const held = shared;
  held.users += 1;
  const { socket } = held;
  return {
    socket,
    join: (request) => socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck('room:join', request),
    leave: (incident) => void (socket.connected && socket.emit('room:leave', { incident })),
    present: (update) => void (socket.connected && socket.emit('presence:update', update)),
    wake: () => void (socket.active || socket.connect()),
    restart: () => void socket.disconnect().connect(),
    release() {
      held.users -= 1;
      if (held.users > 0) return;
      socket.disconnect();
      if (shared === held) shared = null;
    },
  };
}
