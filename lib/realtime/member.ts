import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/socket';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Caller } from '@/lib/auth/caller';
import type { Identity } from './live-ports';

type NoEvents = Record<string, never>;
export type SocketData = { caller: Caller; identity: Identity };
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type LiveIo = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;

/**
 * A socket in a room. `joining`: events are held until it is told what it missed. `live`: hears everything.
 * `lagging`: too much waits in its transport, so it hears heads only. `replaced`: the same socket
 * asked to join once more.
 */
export type Member = {
  socket: LiveSocket;
  /** Rises with every entry anywhere: says who was there before a query began. */
  entry: number;
  state: 'joining' | 'live' | 'lagging' | 'gone' | 'replaced';
  held: IncidentEvent[];
  laggingSinceMs: number;
};
