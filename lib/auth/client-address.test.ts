import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, it } from 'vitest';
import { ADDRESS_HEADER, clientAddress, clientOf, stampAddress, trustedProxies } from './client-address';

const nobody = trustedProxies('');
const ours = trustedProxies('10.0.0.0/8, 2001:db8::/32 192.0.2.1');

describe('whom a request comes from', () => {
  it.each([
    ['the socket, whatever a header says', '198.51.100.7', '203.0.113.1', nobody, '198.51.100.7'],
    ['an IPv4 address in IPv6 as IPv4', '::ffff:198.51.100.7', undefined, nobody, '198.51.100.7'],
    ['the socket where it is no trusted proxy', '198.51.100.7', '203.0.113.1', ours, '198.51.100.7'],
    ['the last hop before a trusted proxy', '10.1.2.3', 'spoofed, 203.0.113.1', ours, '203.0.113.1'],
    ['past several trusted proxies', '::ffff:10.1.2.3', '203.0.113.1, 192.0.2.1, 2001:db8::5', ours, '203.0.113.1'],
    ['the proxy itself where it names nobody', '10.1.2.3', undefined, ours, '10.1.2.3'],
    ['the proxy itself where it names nonsense', '10.1.2.3', 'unknown', ours, '10.1.2.3'],
  ])('%s', (_, socket, forwarded, trusted, expected) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(expected);
  });

  it('is stamped over what the client wrote, however often and in whatever case, for all who read headers', async () => {
    const server = createServer((request, response) => {
      stampAddress(request, nobody);
      const listener = getRequestListener((seen) =>
        Response.json({ ...clientOf(seen.headers), node: request.headers[ADDRESS_HEADER] }),
      );
      void listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const headers = {
      'X-Warroom-Address': ['203.0.113.1', '203.0.113.2'],
      'x-forwarded-for': '203.0.113.3',
      'user-agent': 'Test',
    };
    const answer = await new Promise<string>((resolve) => {
      get({ port, host: '127.0.0.1', headers }, (response) => response.setEncoding('utf8').once('data', resolve));
    });
    server.close();
    expect(JSON.parse(answer)).toEqual({ address: '127.0.0.1', userAgent: 'Test', node: '127.0.0.1' });
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', 'proxy.example.org', '2001:db8::/129'])('%s is no network', (entry) => {
    expect(() => trustedProxies(entry)).toThrow(`${entry} is no address or network`);
  });
});
