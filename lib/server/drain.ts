import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const REQUESTS_MS = 10_000;
const LAST_MS = 25_000;

/** Counts the requests under way; those of sockets end with their sockets and do not count. */
export function countRequests(server: Server): () => number {
  let underWay = 0;
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    underWay += 1;
    response.once('close', () => (underWay -= 1));
  });
  return () => underWay;
}

type Parts = {
  server: Server;
  underWay: () => number;
  /** Told first: not ready any more, sockets sent away. */
  announce: () => void;
  /** What is left to close, in order. */
  closing: { name: string; close: () => Promise<void> | void }[];
  onStuck: (name: string, error: unknown) => void;
};

/**
 * Ends the process in order: says so, lets requests finish (10 s), closes sockets, jobs and the database. Each part that
 * fails is told and does not keep the others. Answers with the exit code; after 25 s the process ends whatever is left.
 */
export async function drain({ server, underWay, announce, closing, onStuck }: Parts): Promise<0 | 1> {
  let current = 'requests';
  setTimeout(() => {
    onStuck(current, new Error(`did not end within ${LAST_MS / 1000} s`));
    process.exit(1);
  }, LAST_MS).unref();
  announce();
  const until = Date.now() + REQUESTS_MS;
  while (underWay() > 0 && Date.now() < until) await wait(20);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  let code: 0 | 1 = 0;
  for (const { name, close } of closing) {
    current = name;
    try {
      await close();
    } catch (error) {
      code = 1;
      onStuck(name, error);
    }
  }
  server.closeAllConnections();
  await closed;
  return code;
}
