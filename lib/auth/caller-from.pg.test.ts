import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPeople, type SignedInPerson, type TestPeople } from '@/lib/services/people/testing/test-people';
import { createCallerFrom } from './caller-from';
import { setSessionCookie } from './session-cookie';

const SECRET = 'a secret of the tests, long enough';

let t: TestPeople;
let ana: SignedInPerson;
let callerFrom: ReturnType<typeof createCallerFrom>;
beforeAll(async () => {
  t = await testPeople();
  ana = await t.signedIn();
  callerFrom = createCallerFrom({ people: t.people, secret: SECRET, secureCookies: false });
});
afterAll(() => t.close());

const cookieFor = async (sessionId: string, { secret = SECRET, secure = false } = {}) =>
  (await setSessionCookie(sessionId, { secret, secure })).split(';')[0] ?? '';
const asked = (headers: Record<string, string>) => callerFrom(new Headers(headers));

describe('who sends a request', () => {
  it('is told by the session cookie, among others, for as long as the session stands', async () => {
    const { sessionId } = await t.people.signIn({ email: ana.email, password: 'a few quiet words', address: '', userAgent: '' });
    const cookie = `theme=dark; ${await cookieFor(sessionId)}; other=1`;
    expect(await asked({ cookie })).toMatchObject({ sessionId, tokenId: null, actor: { userId: ana.id, via: 'web' } });
    await t.people.revokeSession(ana.caller, sessionId);
    expect(await asked({ cookie })).toBeNull();
  });

  it('is nobody with a cookie that is broken, forged, expired, empty, or meant for another name', async () => {
    const good = await cookieFor(ana.sessionId);
    const name = good.split('=')[0] ?? '';
    const expired = await encode({ token: { sid: ana.sessionId }, secret: SECRET, maxAge: -60 });
    const noSession = await encode({ token: { sub: ana.id, name: 'Ana' }, secret: SECRET });
    const cookies = [
      '',
      name,
      `${name}=`,
      `${name}=undefined`,
      `${name}=a.b.c.d.e`,
      good.slice(0, -3),
      `x${good}`,
      `${name}=${expired}`,
      `${name}=${noSession}`,
      `${name}=${ana.sessionId}`,
      await cookieFor(ana.sessionId, { secret: 'another secret' }),
      await cookieFor(ana.sessionId, { secure: true }),
    ];
    expect(await Promise.all(cookies.map((cookie) => asked({ cookie })))).toEqual(cookies.map(() => null));
    expect(await asked({ cookie: good })).not.toBeNull();
  });

  it('is told by a token, which no cookie makes up for', async () => {
    const { token, id } = await t.people.createToken(ana.caller, { name: 'ci', scope: 'read', expiresAt: null });
    const cookie = await cookieFor(ana.sessionId);
    expect(await asked({ authorization: `Bearer ${token}` })).toMatchObject({ tokenId: id, actor: { scope: 'read' } });
    expect(await asked({ authorization: `bearer ${token}`, cookie })).toMatchObject({ tokenId: id });
    for (const authorization of ['Bearer', 'Bearer ', `Bearer ${token}x`, `Bearer ${token} ${token}`]) {
      expect(await asked({ authorization, cookie })).toBeNull();
    }
    await t.people.revokeToken(ana.caller, id);
    expect(await asked({ authorization: `Bearer ${token}`, cookie })).toBeNull();
  });

  it('is told by the cookie where a proxy in front asks for its own password', async () => {
    const cookie = await cookieFor(ana.sessionId);
    expect(await asked({ authorization: 'Basic YTpi', cookie })).toMatchObject({ sessionId: ana.sessionId });
  });

  it('with https the cookie is bound to the host', async () => {
    const set = await setSessionCookie(ana.sessionId, { secret: SECRET, secure: true });
    expect(set).toMatch(/^__Host-warroom-session=.+; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure$/);
  });
});
