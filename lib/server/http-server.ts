import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { codeOf, reasonOf, StartupError } from '@/lib/startup-error';
import { newNonce } from './security-headers';
import { isStatusPath } from './status-door';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

type Parts = {
  /** Answers /api, /healthz and /readyz. */
  api: Handle;
  /** Answers for the status page, ahead of everything else. */
  status: Handle;
  auth: Handle;
  sockets: Handle;
  pages: Handle;
  socketUpgrade: HandleUpgrade;
  /** Next's own hot reload; null outside of development. */
  reloadUpgrade: HandleUpgrade | null;
  policy: (nonce: string) => string;
  headers: Record<string, string>;
  /** Called before anything else: writes the client's address into the headers. */
  stamp: (request: IncomingMessage) => void;
  onError: (error: unknown, request: IncomingMessage) => void;
};

const SOCKET_PATH = '/socket.io/';
const RELOAD_PATH = '/_next/hmr';
const API = /^\/(?:api(?:\/|$)|healthz$|readyz$)/;

const pathOf = (request: IncomingMessage) => request.url?.split('?', 1)[0] ?? '';

// `//host/path` and `http://host/path` would be read as another server's address further in.
const isPath = (target: string | undefined) => target !== undefined && /^\/(?![/\\])/.test(target);

function answerPlainly(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${text}\n`);
}

/** A server with limits on how slowly and how much a request may say before it is read. */
export const createLimitedServer = (): Server =>
  createServer({ headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 });

/** Answers while the database and the pages are being opened: alive, and not ready. */
export function answerStarting(server: Server, status: Handle): () => void {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // What was published last stands on its own.
    if (isStatusPath(pathOf(request))) return void status(request, response);
    const isAlive = pathOf(request) === '/healthz';
    response.setHeader('Retry-After', '1');
    answerPlainly(response, isAlive ? 200 : 503, isAlive ? 'alive' : 'Warroom is starting. Try again in a moment.');
  };
  server.on('request', answer);
  return () => void server.off('request', answer);
}

/** The one door: who answers what, and what every answer carries. */
export function serve(server: Server, parts: Parts): void {
  const { policy, headers } = parts;

  function chosen(request: IncomingMessage, response: ServerResponse): Handle {
    const path = pathOf(request);
    if (path.startsWith(SOCKET_PATH)) return parts.sockets;
    if (path.startsWith('/api/auth/')) return parts.auth;
    if (API.test(path)) return parts.api;
    if (!path.startsWith('/_next/')) response.setHeader('Cache-Control', 'private, no-store');
    return parts.pages;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isStatusPath(pathOf(request))) return parts.status(request, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isPath(request.url)) return answerPlainly(response, 400, 'A request names a path that begins with one slash.');
    const contentPolicy = policy(newNonce());
    response.setHeader('Content-Security-Policy', contentPolicy);
    // Next takes the nonce for its own scripts from here.
    request.headers['content-security-policy'] = contentPolicy;
    // A page that sends somebody away to sign in says from here where to come back to.
    request.headers['x-warroom-path'] = request.url;
    parts.stamp(request);
    const answer = chosen(request, response);
    // There are no server actions, so nothing is ever sent to a page.
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (answer === parts.pages && !isRead) {
      response.setHeader('Allow', 'GET, HEAD');
      return answerPlainly(response, 405, 'Pages are only read. The API is below /api/v1; see /api/openapi.json.');
    }
    await answer(request, response);
  }

  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      parts.onError(error, request);
      answerPlainly(response, 500, 'Something failed on our side. Try again; if it stays so, look at the server log.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    parts.stamp(request);
    const path = pathOf(request);
    if (path.startsWith(SOCKET_PATH)) return parts.socketUpgrade(request, socket, head);
    if (parts.reloadUpgrade && path.startsWith(RELOAD_PATH)) return parts.reloadUpgrade(request, socket, head);
    socket.destroy();
  });
  server.on('clientError', refuse);
}

/** What could not be read as a request. */
function refuse(error: Error, socket: Duplex): void {
  const isLate = codeOf(error) === 'ERR_HTTP_REQUEST_TIMEOUT';
  // Browsers open connections ahead: a word on one that nobody spoke on would be read as the answer to their next request.
  const isUnspoken = isLate && socket instanceof Socket && socket.bytesRead === 0;
  if (!socket.writable || isUnspoken) socket.destroy();
  else socket.end(`HTTP/1.1 ${isLate ? '408 Request Timeout' : '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Listens. Throws StartupError with what to do where it cannot. */
export async function listenOn(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  try {
    await listen(server, port, host);
  } catch (error) {
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} is in use on ${host}. Stop what uses it, or set PORT.`,
      EACCES: `Port ${port} may not be used by this user. Set PORT to one above 1023.`,
      EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has.`,
      ENOTFOUND: `There is no host ${host}. Set HOST to an address of this machine.`,
    };
    throw new StartupError(reasons[codeOf(error) ?? ''] ?? `Cannot listen on ${host}:${port}: ${reasonOf(error)}`);
  }
}
