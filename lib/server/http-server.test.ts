import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, type Handle } from './http-server';

const answer: Handle = (_request, response) => void response.end('here');
let server: Server;

beforeEach(async () => {
  server = createServer({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 });
  serve(server, {
    ...{ api: answer, status: answer, auth: answer, sockets: answer, pages: answer },
    ...{ socketUpgrade: () => undefined, reloadUpgrade: null, policy: () => "default-src 'none'", headers: {} },
    ...{ stamp: () => undefined, onError: () => undefined },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** All that a connection hears on which this is said, until the server ends it. */
const heardAfter = (words: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(words));
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });

// What a browser opened ahead and has not used yet: whatever came here would be read as the answer to its next request.
test('a connection on which nobody speaks is ended without a word', async () => expect(await heardAfter('')).toBe(''));

test('who stops in the middle of a request is told so', async () =>
  expect(await heardAfter('GET / HTTP/1.1\r\nHost:')).toMatch(/^HTTP\/1\.1 408 /));

test('what is no request is told so', async () => expect(await heardAfter('\0\0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /));

test('a request is answered', async () =>
  expect(await heardAfter('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 [^]*here/));
