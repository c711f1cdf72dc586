import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, testPeople, type SignedInPerson, type TestPeople } from '@/lib/services/people/testing/test-people';
import { createCallerFrom } from './caller-from';
import { createAuthFetch } from './next-auth-fetch';
import { testBrowser, type TestBrowser } from './testing/browser';
import { identityProvider } from './testing/identity-provider';

const ORIGIN = 'https://warroom.example.org';
const SECRET = 'a secret of the tests, long enough';
const COOKIE = '__Host-warroom-session';

let t: TestPeople;
let ana: SignedInPerson;
let provider: Awaited<ReturnType<typeof identityProvider>>;
let browser: TestBrowser;
let errors: string[];
beforeAll(async () => {
  t = await testPeople();
  provider = await identityProvider({ id: 'warroom' });
});
afterAll(async () => {
  await provider.close();
  await t.close();
});
beforeEach(async () => {
  errors = [];
  ana = await t.signedIn('admin', 'Ana');
  browser = fresh();
});
afterEach(() => expect(errors).toEqual([]));

function fresh(people = t.people): TestBrowser {
  const oidc = { issuer: provider.issuer, clientId: 'warroom', clientSecret: 'its secret', name: 'Example' };
  const parts = { people, secret: SECRET, publicUrl: ORIGIN, allowedOrigins: [ORIGIN], oidc };
  return testBrowser(createAuthFetch({ ...parts, onError: (code) => errors.push(code) }), ORIGIN);
}

const caller = () => {
  const cookie = `${COOKIE}=${browser.cookies.get(COOKIE)}`;
  return createCallerFrom({ people: t.people, secret: SECRET, secureCookies: true })(new Headers({ cookie }));
};
const signIn = (form: Record<string, string>, origin?: string | null) =>
  browser.post('/api/auth/callback/credentials', form, origin);
const errorIn = async (response: Response) => new URL(((await response.json()) as { url: string }).url).searchParams.get('error');

describe('signing in with a password', () => {
  it('starts a session row, whose id alone is in the cookie', async () => {
    const response = await signIn({ email: ` ${ana.email.toUpperCase()} `, password: PASSWORD });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const [set] = response.headers.getSetCookie().filter((one) => one.startsWith(COOKIE));
    expect(set).toMatch(/; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/);
    const found = await caller();
    expect(found?.actor).toMatchObject({ userId: ana.id, role: 'admin', via: 'web' });
    expect(found?.sessionId).not.toBe(ana.sessionId);
    const session = await (await browser.send('/api/auth/session')).json();
    expect(session).toMatchObject({ user: { id: ana.id, name: 'Ana', role: 'admin' } });
  });

  it('is refused with a word for the page and no cookie', async () => {
    for (const form of [{ email: ana.email, password: 'wrong' }, { email: 'no address', password: PASSWORD }, {}]) {
      const response = await signIn(form as Record<string, string>);
      expect(response.status).toBe(401);
      expect(await errorIn(response)).toBe('CredentialsSignin');
    }
    for (let n = 0; n < 7; n += 1) await signIn({ email: ana.email, password: 'wrong' });
    expect(await errorIn(await signIn({ email: ana.email, password: PASSWORD }))).toBe('too_many.450');
    expect(browser.cookies.has(COOKIE)).toBe(false);
  });

  it('is refused from another site, without the token of the form, and in too long a form', async () => {
    const form = { email: ana.email, password: PASSWORD };
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      'http://warroom.example.org',
      `${ORIGIN}:444`,
    ]) {
      const response = await signIn(form, origin);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
    await signIn({ ...form, csrfToken: 'x' });
    expect((await signIn({ ...form, more: 'x'.repeat(20_000) })).status).toBe(400);
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect((await signIn(form, null)).status).toBe(200);
  });
});

describe('a session', () => {
  it('ends with signing out, in the database too', async () => {
    await signIn({ email: ana.email, password: PASSWORD });
    const found = await caller();
    await browser.post('/api/auth/signout', {});
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(await t.people.callerOfSession(found?.sessionId ?? '')).toBeNull();
  });

  it('that was revoked is over, and its cookie goes', async () => {
    await signIn({ email: ana.email, password: PASSWORD });
    await t.people.signOutEverywhere(ana.caller, { tokens: false });
    expect(await caller()).toBeNull();
    expect(await (await browser.send('/api/auth/session')).json()).toEqual({});
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(errors.splice(0)).toEqual(['JWT_SESSION_ERROR']);
  });

  it('is nobody’s while the database is away, and is there again after that', async () => {
    await signIn({ email: ana.email, password: PASSWORD });
    const away = fresh({ ...t.people, callerOfSession: () => Promise.reject(new Error('away')) });
    for (const [name, value] of browser.cookies) away.cookies.set(name, value);
    expect(await (await away.send('/api/auth/session')).json()).toEqual({});
    expect(away.cookies.has(COOKIE)).toBe(true);
    expect(errors.splice(0)).toEqual(['SESSION_LOOKUP']);
    expect(await caller()).not.toBeNull();
  });
});

describe('signing in by the identity provider', () => {
  async function through(claims: Parameters<typeof provider.agree>[1], back = (url: string) => url): Promise<Response> {
    const started = (await (await browser.post('/api/auth/signin/oidc', {})).json()) as { url: string };
    const asked = new URL(started.url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(`${ORIGIN}/api/auth/callback/oidc`);
    return browser.send(back(provider.agree(started.url, claims)));
  }

  it('lets in whom an invitation names', async () => {
    await t.people.createInvitation(ana.caller, { role: 'responder', email: 'bo@example.org' });
    const response = await through({ sub: 'bo', email: 'bo@example.org', email_verified: true, name: 'Bo' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(ORIGIN);
    expect((await caller())?.actor).toMatchObject({ name: 'Bo', role: 'responder' });
  });

  it('lets in nobody by an address that is not verified, or not invited', async () => {
    for (const claims of [
      { sub: 'eve', email: ana.email },
      { sub: 'eve', email: ana.email, email_verified: false },
      { sub: 'eve', email: 'eve@example.org', email_verified: true },
    ]) {
      const response = await through(claims);
      expect(response.headers.get('location')).toBe('/sign-in?error=uninvited');
      expect(browser.cookies.has(COOKIE)).toBe(false);
    }
  });

  it('refuses an answer that belongs to another question', async () => {
    const response = await through({ sub: 'bo', email: ana.email, email_verified: true }, (url) =>
      url.replace(/state=.{8}/, 'state=12345678'),
    );
    expect(response.headers.get('location')).toContain('error=OAuthCallback');
    expect(browser.cookies.has(COOKIE)).toBe(false);
    expect(errors.splice(0)).toEqual(['OAUTH_CALLBACK_ERROR']);
  });
});
