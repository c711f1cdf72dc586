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

  it('is stamped over what the client wrote', () => {
    const headers: Record<string, string | undefined> = { [ADDRESS_HEADER]: '127.0.0.1', 'user-agent': 'Test' };
    stampAddress({ headers, socket: { remoteAddress: '198.51.100.7' } }, nobody);
    const seen = new Headers(headers as Record<string, string>);
    expect(clientOf(seen)).toEqual({ address: '198.51.100.7', userAgent: 'Test' });
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', 'proxy.example.org', '2001:db8::/129'])('%s is no network', (entry) => {
    expect(() => trustedProxies(entry)).toThrow(`${entry} is no address or network`);
  });
});
