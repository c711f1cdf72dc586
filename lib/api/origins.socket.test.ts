import { afterAll, describe, expect, it } from 'vitest';
import { sessionCookie, setSessionCookie } from '@/lib/auth/session-cookie';
import { ORIGIN } from './testing/api-over';
import { doorOver } from './testing/door-over';
import { ask, badOrigins, changeFrom, openFrom } from './testing/origins';
import { testApi } from './testing/test-api';
import { written } from './testing/written';

const t = await testApi();
const door = await doorOver(t);
afterAll(() => door.close());
const ada = await t.person('admin', 'Ada');
await t.declare(ada);
const cookie = ada.headers.cookie ?? '';

describe('pages of others', () => {
  it('there are twelve kinds of them', () => expect(new Set(badOrigins(ORIGIN)).size).toBe(12));

  it.each(badOrigins(ORIGIN))('at "%s" open no socket, over neither transport', async (origin) => {
    const { websocket, polling } = await openFrom(door.url, origin, cookie);
    expect([websocket.status, polling.status]).toEqual([403, 403]);
  });

  it.each(badOrigins(ORIGIN))('at "%s" change nothing, at no route', async (origin) => {
    const before = await written(t.db.pool);
    expect(await changeFrom(door.url, t.api.declared, origin, cookie)).toEqual([]);
    expect(await written(t.db.pool)).toBe(before);
  });

  it.each(badOrigins(ORIGIN))('at "%s" sign nobody in or out', async (origin) => {
    const before = await written(t.db.pool);
    for (const step of ['callback/credentials', 'signout']) {
      const { status } = await ask(
        `${door.url}/api/auth/${step}`,
        'POST',
        { origin, cookie, 'content-type': 'application/json' },
        '{}',
      );
      expect(status).toBe(403);
    }
    expect(await written(t.db.pool)).toBe(before);
  });

  it('with a cookie and no origin at all change nothing and open no websocket', async () => {
    const headers = { cookie, 'content-type': 'application/json' };
    expect((await ask(`${door.url}/api/v1/incidents`, 'POST', headers, '{"title":"x"}')).status).toBe(403);
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
    };
    expect((await ask(`${door.url}/socket.io/?EIO=4&transport=websocket`, 'GET', { ...upgrade, cookie })).status).toBe(403);
  });
});

describe('our own pages', () => {
  it('open sockets over both transports and change things', async () => {
    const { websocket, polling } = await openFrom(door.url, ORIGIN, cookie);
    expect([websocket.status, polling.status]).toEqual([101, 200]);
    const headers = { origin: ORIGIN, cookie, 'content-type': 'application/json' };
    expect((await ask(`${door.url}/api/v1/incidents`, 'POST', headers, '{"title":"x"}')).status).toBe(201);
  });
});

describe('every answer', () => {
  const paths = t.api.declared.filter(({ method }) => method === 'get').map(({ path }) => path.replace(/\{\w+\}/g, 'INC-1'));

  it.each([...new Set([...paths, '/', '/socket.io/?EIO=4&transport=polling', '/api/auth/session', '/nothing'])])(
    '%s shares nothing with other sites, cannot be framed or sniffed',
    async (path) => {
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await ask(door.url + path, method, {
          origin: 'https://evil.example',
          cookie,
          'access-control-request-method': 'POST',
        });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['cross-origin-resource-policy']).toBe('same-origin');
        expect(headers['referrer-policy']).toBe('same-origin');
        expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
        expect(headers['x-powered-by']).toBeUndefined();
      }
    },
  );

  it('has a policy that runs only scripts with its own nonce, and never the same twice', async () => {
    const policies = await Promise.all(Array.from({ length: 20 }, () => ask(`${door.url}/`, 'GET', {})));
    const nonces = policies.map(({ headers }) => {
      const policy = String(headers['content-security-policy']);
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(scripts).toMatch(/^'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'$/);
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      return scripts;
    });
    expect(new Set(nonces).size).toBe(20);
  });
});

describe('the cookie of a session', () => {
  it.each([
    [false, 'warroom-session', ''],
    [true, '__Host-warroom-session', '; Secure'],
  ])('with https %s is called %s and hidden from scripts and other sites', async (secure, name, ending) => {
    const cookieLine = await setSessionCookie('01a20a0b-a09a-7bef-8986-f5fa790c9d72', { secret: 'a secret for tests', secure });
    expect(cookieLine).toMatch(new RegExp(`^${name}=[^;]+; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax${ending}$`));
    expect(sessionCookie(secure)).toEqual({ name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } });
  });
});
