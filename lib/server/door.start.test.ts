import { connect } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { startApp } from '@/e2e/fixtures/app';

const app = await startApp();
afterAll(() => app.stop());

/** Sends these bytes as they are; answers with what comes back until the other side closes. */
function raw(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.port, '127.0.0.1', () => socket.write(words));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}

const asked = (line: string, ...headers: string[]) =>
  raw([line, `Host: localhost:${app.port}`, 'Connection: close', ...headers, '', ''].join('\r\n'));

const upgrading = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

const PATHS = [
  '/',
  '/sign-in',
  '/setup',
  '/nowhere',
  '/healthz',
  '/readyz',
  '/api/openapi.json',
  '/api/v1/incidents',
  '/api/nowhere',
  '/api/auth/session',
];

describe('[S9] every answer', () => {
  test.each(PATHS)('%s carries the fixed headers and a policy without inline scripts', async (path) => {
    const { headers } = await fetch(app.url + path, { redirect: 'manual' });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toMatch(/no-store/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toMatch(/^'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'$/);
    for (const part of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`]) expect(policy).toContain(part);
  });

  test('has a nonce of its own, which each script of the page carries', async () => {
    const pages = await Promise.all(['/sign-in', '/sign-in', '/nowhere'].map((path) => fetch(app.url + path)));
    const nonces = pages.map(({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]);
    expect(new Set(nonces).size).toBe(3);
    for (const [index, page] of pages.entries()) {
      const scripts = [...(await page.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[index]}"`))).toEqual([]);
    }
  });
});

describe('the door', () => {
  test.each(['http://elsewhere.example/sign-in', '//elsewhere.example/', '/\\elsewhere.example', '*'])(
    'takes no request for %s',
    async (target) => expect(await asked(`GET ${target} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 400 /),
  );

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('takes no %s to a page', async (method) => {
    const answer = await fetch(`${app.url}/sign-in`, { method, headers: { 'next-action': 'x', origin: app.url } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each(['/', '/_next/hmr', '/api/v1/incidents', 'http://elsewhere.example/socket.io/'])(
    'upgrades nothing at %s',
    async (target) => {
      expect(await raw([`GET ${target} HTTP/1.1`, `Host: localhost:${app.port}`, ...upgrading, '', ''].join('\r\n'))).toBe('');
    },
  );

  test('answers malformed requests and goes on', async () => {
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await asked('GET / HTTP/1.1', `X-Long: ${'x'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 4(?:00|31) /);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  test('writes no query and no secret to the log', async () => {
    await fetch(`${app.url}/api/v1/incidents?q=canary-in-a-query`, {
      headers: { authorization: 'Bearer wr_canary-in-a-header' },
    });
    expect(app.log()).not.toContain('canary');
  });
});
