import type { People } from '@/lib/services/people/people';
import type { Caller } from './caller';
import { cookieOf } from './cookie-of';
import { createCookieOpener, sessionCookie } from './session-cookie';

type Parts = { people: Pick<People, 'callerOfSession' | 'callerOfToken'>; secret: string; secureCookies: boolean };

const BEARER = /^bearer +(\S+) *$/i;

/**
 * Finds out who sends a request: by `Authorization: Bearer wr_...`, else by the session cookie. Null for nobody, for
 * anything expired, revoked or broken. A bearer token that does not count is not made up for by a cookie.
 */
export function createCallerFrom({ people, secret, secureCookies }: Parts): (headers: Headers) => Promise<Caller | null> {
  const { name } = sessionCookie(secureCookies);
  const sessionIdIn = createCookieOpener(secret);
  return async (headers) => {
    const authorization = headers.get('authorization');
    if (authorization !== null && /^bearer\b/i.test(authorization)) {
      const token = BEARER.exec(authorization)?.[1];
      return token === undefined ? null : people.callerOfToken(token);
    }
    const cookie = cookieOf(headers.get('cookie'), name);
    const sessionId = cookie === null ? null : await sessionIdIn(cookie);
    return sessionId === null ? null : people.callerOfSession(sessionId);
  };
}
