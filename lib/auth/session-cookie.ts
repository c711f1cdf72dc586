import { decode, encode } from 'next-auth/jwt';

/** No session lives longer; how long this one lives is said by its row. */
export const SESSION_COOKIE_S = 90 * 24 * 3600;

export type SessionCookie = { name: string; options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } };

/** With https the name begins with `__Host-`: no other host, no plain page can set it. */
export const sessionCookie = (secure: boolean): SessionCookie => ({
  name: secure ? '__Host-warroom-session' : 'warroom-session',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
});

/** A `Set-Cookie` header that signs the browser in to this session. */
export async function setSessionCookie(sessionId: string, { secret, secure }: { secret: string; secure: boolean }) {
  const { name } = sessionCookie(secure);
  const value = await encode({ token: { sid: sessionId }, secret, maxAge: SESSION_COOKIE_S });
  return `${name}=${value}; Path=/; Max-Age=${SESSION_COOKIE_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The session row's id in the cookie's value; null when it is expired, broken or not ours. Never throws. */
export async function openSessionCookie(value: string, secret: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret });
    return typeof token?.['sid'] === 'string' ? token['sid'] : null;
  } catch {
    return null;
  }
}
