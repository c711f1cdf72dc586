import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureOutgoing } from '@/bench/s4-outgoing';
import { allowedTargets } from './allowed-targets';
import { createGuardedFetch } from './guarded-fetch';
import { isOutside } from './outside-address';

let receiver: Server;
let url: string;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    if (request.url === '/long') return void response.end('x'.repeat(1_000_000));
    if (request.url === '/endless') return void response.write('and so on');
    if (request.url === '/silent') return;
    response.writeHead(201, { 'x-said': request.headers['x-asked'] ?? '' });
    request.pipe(response);
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

describe('[S4] outgoing HTTP', () => {
  it('reaches nothing inside, in whatever form the address is written, renamed or redirected to', async () => {
    const found = await measureOutgoing();
    expect(found.notRefused).toEqual([]);
    expect(found.forms).toBeGreaterThanOrEqual(60);
    expect(found.reached).toBe(0);
    expect(found.redirects).toEqual({ status: 302, hops: 1 });
    expect(found.rebinding.first).toBe(302);
    expect(found.rebinding.second).toMatch(/leads inside of the network/);
    // The forms do lead to the server that must not be reached: without the guard they are connections.
    expect(found.control).toBeGreaterThanOrEqual(24);
  });

  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450:4001::1'])('%s is outside', (address) => {
    expect(isOutside(address)).toBe(true);
  });

  it.each([
    ['ftp://example.org/', /https:\/\/ or http:\/\//],
    ['file:///etc/passwd', /https:\/\/ or http:\/\//],
    ['data:text/plain,x', /https:\/\/ or http:\/\//],
    ['http://user:pass@example.org/', /user name and the password/],
    ['not an address', /no web address/],
    ['http://8.8.8.8:22/', /Port 22/],
    ['https://8.8.8.8:6379/', /Port 6379/],
  ])('%s is refused in words', async (address, words) => {
    const guarded = createGuardedFetch({ allowed: allowedTargets('') });
    await expect(guarded(address, { method: 'GET' })).rejects.toThrow(words);
  });
});

describe('an allowed target', () => {
  const guarded = (timeoutMs = 5_000) => createGuardedFetch({ allowed: allowedTargets('127.0.0.1'), timeoutMs });

  it('is reached at any port, with what is sent', async () => {
    const answer = await guarded()(`${url}/`, { method: 'POST', headers: { 'x-asked': 'yes' }, body: 'ping' });
    expect(answer).toMatchObject({ status: 201, text: 'ping', isCut: false });
    expect(answer.headers['x-said']).toBe('yes');
  });

  it('is listened to for 64 kB, and for so long', async () => {
    const { text, isCut } = await guarded()(`${url}/long`, { method: 'GET' });
    expect([text.length, isCut]).toEqual([64 * 1024, true]);
    await expect(guarded(200)(`${url}/silent`, { method: 'GET' })).rejects.toThrow(/timeout|aborted/i);
    await expect(guarded(200)(`${url}/endless`, { method: 'GET' })).rejects.toThrow(/timeout|aborted/i);
  });

  it('is named by host, address or network, and nothing else', () => {
    const allowed = allowedTargets('hooks.internal, 10.1.0.0/16 ::1 [fd00::]/8');
    expect([allowed.isHost('Hooks.Internal'), allowed.isHost('other.internal'), allowed.isHost('hooks.internal.evil')]).toEqual([
      true,
      false,
      false,
    ]);
    const addresses = ['10.1.2.3', '10.2.0.1', '::1', 'fd12::1', '::ffff:10.1.0.9', 'fe80::1'];
    expect(addresses.map(allowed.isAddress)).toEqual([true, false, true, true, true, false]);
    for (const wrong of ['10.0.0.0/33', '10.1', 'http://x', 'a b/c', '*'])
      expect(() => allowedTargets(wrong)).toThrow(RangeError);
  });
});
