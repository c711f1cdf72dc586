import type { LiveSocket } from './member';

type RawSocket = { bufferedAmount?: number; terminate?: () => void };
type Connection = {
  writeBuffer?: { data?: { length: number } }[];
  transport?: { socket?: RawSocket };
  close: (discard?: boolean) => void;
};

// Neither engine.io nor ws says in its types what waits to be sent.
const connectionOf = (socket: LiveSocket) => socket.conn as unknown as Connection;

/** How much was sent to this socket and has not left the process. */
export function waitingBytes(socket: LiveSocket): number {
  const { writeBuffer = [], transport } = connectionOf(socket);
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const packet of writeBuffer) bytes += packet.data?.length ?? 0;
  return bytes;
}

/** Ends a connection that no longer reads, with all that waits for it; a polite close would wait too. */
export function cut(socket: LiveSocket): void {
  const connection = connectionOf(socket);
  connection.transport?.socket?.terminate?.();
  connection.close(true);
}
