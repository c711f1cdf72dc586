import { beforeAll, describe, expect, it } from 'vitest';
import { NOBODY, ORIGIN, SETUP_TOKEN, type ApiOver, type Who } from '../testing/api-over';
import { testApi } from '../testing/test-api';

const PASSWORD = 'a few quiet words';

let t: ApiOver;
let admin: Who;
let viewer: Who;
beforeAll(async () => {
  t = await testApi();
});

// oxlint-disable-next-line typescript/no-explicit-any
const ask = (who: Who, method: string, path: string, body?: unknown) => t.call<any>(who, method, `/api/v1${path}`, { body });
const withCookie = (cookie: string): Who => ({ ...NOBODY, headers: { cookie, origin: ORIGIN } });
const withToken = (token: string): Who => ({ ...NOBODY, headers: { authorization: `Bearer ${token}` } });

describe('setting up over HTTP', () => {
  it('answers 201 with a user and a token once, later 409', async () => {
    const input = { token: SETUP_TOKEN, name: 'Ana', email: 'Ana@Example.org', password: PASSWORD };
    const short = await ask(NOBODY, 'POST', '/setup', { ...input, password: 'too short' });
    expect(short.json).toMatchObject({ status: 400, code: 'invalid', issues: [{ path: 'password' }] });
    expect((await ask(NOBODY, 'POST', '/setup', { ...input, role: 'viewer' })).status).toBe(400);
    expect((await ask(NOBODY, 'POST', '/setup', { ...input, token: 'guess' })).status).toBe(403);
    const both = await Promise.all([
      ask(NOBODY, 'POST', '/setup', input),
      ask(NOBODY, 'POST', '/setup', { ...input, email: 'b@example.org' }),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409]);
    const done = both.find((one) => one.status === 201);
    expect(done?.json).toEqual({
      user: { id: expect.any(String), name: 'Ana', email: expect.any(String), role: 'admin' },
      apiToken: expect.stringMatching(/^wr_/),
    });
    const me = await ask(withToken(done?.json.apiToken), 'GET', '/me');
    expect(me.json).toMatchObject({ user: { name: 'Ana' }, role: 'admin', scope: 'write' });
    expect(me.headers.get('cache-control')).toContain('no-store');
  });
});

describe('people over HTTP', () => {
  beforeAll(async () => {
    admin = await t.person('admin', 'Ada');
    viewer = await t.person('viewer', 'Vi');
  });

  it('an invitation leads to an account, a session and a token; revoking ends each at once', async () => {
    const invited = await ask(admin, 'POST', '/invitations', { role: 'responder' });
    expect(invited.status).toBe(201);
    expect(invited.json).toMatchObject({ role: 'responder', state: 'open', link: `${ORIGIN}/invite/${invited.json.token}` });
    const accept = { token: invited.json.token, name: 'Bo', email: 'bo@example.org', password: PASSWORD };
    expect((await ask(NOBODY, 'GET', `/invitations/accept?token=${accept.token}`)).status).toBe(404);
    const accepted = await ask(NOBODY, 'POST', '/invitations/accept', accept);
    expect(accepted).toMatchObject({ status: 201, json: { user: { name: 'Bo', role: 'responder' } } });
    expect((await ask(NOBODY, 'POST', '/invitations/accept', { ...accept, email: 'b2@example.org' })).status).toBe(409);
    const [set = ''] = accepted.headers.getSetCookie();
    expect(set).toContain('HttpOnly; SameSite=Lax');
    const bo = withCookie(set.split(';')[0] ?? '');

    const made = await ask(bo, 'POST', '/tokens', { name: 'ci', scope: 'read' });
    expect(made).toMatchObject({ status: 201, json: { name: 'ci', scope: 'read', expiresAt: null } });
    const { token, id } = made.json;
    expect((await ask(bo, 'GET', '/tokens')).json.tokens).toMatchObject([{ id, name: 'ci' }]);
    expect((await ask(withToken(token), 'GET', '/me')).json).toMatchObject({ user: { name: 'Bo' }, scope: 'read' });
    expect((await ask(withToken(token), 'PATCH', '/profile', { name: 'Eve' })).json).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await ask(bo, 'DELETE', `/tokens/${id}`)).status).toBe(204);
    expect((await ask(withToken(token), 'GET', '/me')).status).toBe(401);

    const [session] = (await ask(bo, 'GET', '/sessions')).json.sessions;
    expect(session).toMatchObject({ isThis: true, address: '192.0.2.1' });
    expect((await ask(viewer, 'DELETE', `/sessions/${session.id}`)).status).toBe(404);
    expect((await ask(admin, 'DELETE', `/sessions/${session.id}`)).status).toBe(204);
    expect((await ask(bo, 'GET', '/me')).status).toBe(401);
  });

  it('members change by administrators', async () => {
    const cy = await t.person('viewer', 'Cy');
    const change = (body: unknown) => ask(admin, 'PATCH', `/members/${cy.userId}`, body);
    expect((await change({ role: 'responder' })).json).toMatchObject({ id: cy.userId, role: 'responder', disabledAt: null });
    expect((await change({ disabled: true })).json.disabledAt).not.toBeNull();
    expect((await ask(admin, 'GET', `/members/${cy.userId}/sessions`)).json.sessions).toEqual([]);
    expect((await change({ disabled: false })).json.disabledAt).toBeNull();
    for (const body of [{}, { role: 'owner' }, { role: 'viewer', disabled: true }, { role: 'viewer', id: admin.userId }, []]) {
      expect((await change(body)).status).toBe(400);
    }
    const names = (await ask(viewer, 'GET', '/people')).json.people.map((one: { name: string }) => one.name);
    expect(names).toContain('Cy');
    expect((await ask(admin, 'GET', '/members')).json.members[0]).toHaveProperty('email');
  });

  it('the profile and the password change by oneself', async () => {
    const dee = await t.person('responder', 'Dee');
    const changed = await ask(dee, 'PATCH', '/profile', { timeZone: 'Asia/Kathmandu', preferences: { theme: 'dark' } });
    expect(changed.json).toMatchObject({ timeZone: 'Asia/Kathmandu', preferences: { theme: 'dark', singleKeys: true } });
    expect((await ask(dee, 'PATCH', '/profile', { timeZone: 'Atlantis/Capital' })).json.issues).toMatchObject([
      { path: 'timeZone' },
    ]);
    for (const field of ['role', 'id', 'email', 'passwordHash', 'disabledAt', '__proto__']) {
      const body = JSON.parse(`{"name":"Dee","${field}":"admin"}`);
      expect((await ask(dee, 'PATCH', '/profile', body)).status).toBe(400);
    }
    expect((await ask(dee, 'GET', '/me')).json.role).toBe('responder');
    const next = { current: 'password', password: 'four other quiet words' };
    expect((await ask(dee, 'POST', '/password', next)).json).toEqual({ sessionsEnded: 0, tokens: 0 });
    for (let n = 0; n < 8; n += 1) expect((await ask(dee, 'POST', '/password', next)).status).toBe(400);
    const slowed = await ask(dee, 'POST', '/password', next);
    expect(slowed).toMatchObject({ status: 429, json: { code: 'too_many' } });
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(dee, 'POST', '/sign-out-everywhere')).json).toEqual({ sessions: 1, tokens: 0 });
    expect((await ask(dee, 'GET', '/me')).status).toBe(401);
  });

  it('[S9] nothing changes for a page of another site', async () => {
    const origins = [
      'https://evil.example',
      'null',
      `${ORIGIN}:81`,
      ORIGIN.replace('http', 'https'),
      `${ORIGIN}.evil.example`,
      '',
    ];
    const written = () => t.db.prisma.auditEntry.count();
    const before = await written();
    for (const { method, path } of t.api.declared.filter((one) => one.method !== 'get' && !one.fromAnywhere)) {
      const address = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, viewer.userId);
      for (const origin of origins) {
        const elsewhere = { ...admin, headers: { ...admin.headers, origin } };
        expect([path, origin, (await ask(elsewhere, method.toUpperCase(), address, {})).status]).toEqual([path, origin, 403]);
      }
    }
    expect(await written()).toBe(before);
  });
});
