import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf, renderSite } from '@/lib/publish/render-site';
import { createStandingSite, type StandingSite } from '@/lib/publish/standing-site';
import { sampleStatus } from '@/lib/publish/testing/sample-status';
import { ServiceError } from '@/lib/services/errors';
import { fixedHeaders } from './security-headers';
import { createStatusDoor, isStatusPath, type StatusDoor } from './status-door';

const headers = fixedHeaders('https://warroom.example');
let server: Server;
let door: StatusDoor;
let site: StandingSite;
let url: string;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'warroom-door-'));
  site = createStandingSite({ folder, headers });
  door = createStatusDoor({ site, headers });
  server = createServer((request, response) => void door.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const files = renderSite(sampleStatus(), 'https://warroom.example');
const publish = () => site.take(hashOf(files), files);
const get = (target: string, init: RequestInit = {}) => fetch(url + target, { redirect: 'manual', ...init });

describe('the door of the status page', () => {
  it('says so before anything was published', async () => {
    expect((await get('/status/')).status).toBe(503);
  });

  it('serves every file with its type, and says what may be kept', async () => {
    await publish();
    const found = await Promise.all([...files.keys()].map(async (name) => [name, await get(`/status/${name}`)] as const));
    for (const [name, response] of found) {
      expect(response.status, name).toBe(200);
      expect(await response.text(), name).toBe(files.get(name));
      expect(response.headers.get('cache-control'), name).toContain('public, max-age=0, s-maxage=10');
      expect(response.headers.get('x-content-type-options'), name).toBe('nosniff');
      expect(response.headers.get('set-cookie'), name).toBeNull();
      const isPage = name.endsWith('.html');
      expect(response.headers.get('access-control-allow-origin'), name).toBe(isPage ? null : '*');
      expect(response.headers.get('cross-origin-resource-policy'), name).toBe(isPage ? 'same-origin' : 'cross-origin');
    }
    const api = await get('/api/v2/incidents/unresolved.json');
    expect(api.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await api.text()).toBe(files.get('api/v2/incidents/unresolved.json'));
    expect(await (await get('/status/')).text()).toBe(files.get('index.html'));
    expect(await (await get('/status/history/?page=2')).text()).toBe(files.get('history/index.html'));
    expect((await get('/status')).headers.get('location')).toBe('/status/');
  });

  it('allows a page its own script and style and nothing else', async () => {
    await publish();
    const policy = (await get('/status/')).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; /);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain(`frame-ancestors 'none'`);
  });

  it('answers 304 to who has it, packs for who unpacks, and HEAD like GET', async () => {
    await publish();
    const first = await get('/status/');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-encoding')).toBe('gzip');
    for (const known of [etag, `"other", W/${etag}`, '*', etag.replace('-gz', '')]) {
      const again = await get('/status/', { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await get('/status/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const plain = await get('/status/', { headers: { 'accept-encoding': 'br, gzip;q=0' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('etag')).not.toBe(etag);
    const head = await get('/status/', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it('refuses to be written to, and finds nothing outside', async () => {
    await publish();
    const posted = await get('/status/', { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    for (const target of [
      '/status/nothing.html',
      '/status/%2e%2e/secret',
      '/status/..%2fsecret',
      '/api/v2/nothing.json',
      '/status//',
    ]) {
      expect((await get(target)).status, target).toBe(404);
    }
  });

  it('shows the internal variant to whoever is signed in, and keeps no copy of it', async () => {
    await publish();
    expect((await get('/status/internal/')).status).toBe(503);
    const asked: (string | null)[] = [];
    door.openInternal({
      callerFrom: async (given) => (asked.push(given.get('cookie')), given.get('cookie') === 'me' ? ({} as never) : null),
      render: async (name) => (name === 'index.html' ? '<h1>inner</h1>' : null),
    });
    const stranger = await get('/status/internal/incidents/x.html');
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      302,
      '/sign-in?next=%2Fstatus%2Finternal%2Fincidents%2Fx.html',
    ]);
    const signedIn = await get('/status/internal/', { headers: { cookie: 'me' } });
    expect(await signedIn.text()).toBe('<h1>inner</h1>');
    expect(signedIn.headers.get('cache-control')).toBe('private, no-store');
    expect(signedIn.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect((await get('/status/internal/nothing', { headers: { cookie: 'me' } })).status).toBe(404);
    expect((await get('/status/internal')).headers.get('location')).toBe('/status/internal/');
    await get('/status/', { headers: { cookie: 'me' } });
    expect(asked).toEqual([null, 'me', 'me']);
    door.openInternal({
      callerFrom: async () => ({}) as never,
      render: () => Promise.reject(new ServiceError('unavailable', 'Away.')),
    });
    expect((await get('/status/internal/')).status).toBe(503);
  });

  it.each(['/status', '/status/', '/status/x', '/api/v2/summary.json'])('takes %s for its own', (target) => {
    expect(isStatusPath(target)).toBe(true);
  });
  it.each(['/statusx', '/api/v1/status', '/api/v2', '/'])('leaves %s to others', (target) => {
    expect(isStatusPath(target)).toBe(false);
  });
});
