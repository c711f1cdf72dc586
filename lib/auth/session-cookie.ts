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

type Opened = { sessionId: string; expiresAtMs: number };

const REMEMBERED = 10_000;

async function open(value: string, secret: string): Promise<Opened | null> {
  try {
    const token = await decode({ token: value, secret });
    if (typeof token?.['sid'] !== 'string') return null;
    return { sessionId: token['sid'], expiresAtMs: Number(token['exp']) * 1000 };
  } catch {
    return null;
  }
}

/**
 * Reads the session row's id out of a cookie's value: null when it is expired, broken or not ours; never throws.
 * Decrypting costs 0.2 ms, so what was opened is remembered; whether the session still stands is for its row to say.
 */
export function createCookieOpener(secret: string): (value: string) => Promise<string | null> {
  const remembered = new Map<string, Opened>();
  return async (value) => {
    const opened = remembered.get(value) ?? (await open(value, secret));
    if (!opened || opened.expiresAtMs <= Date.now()) return null;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(value, opened);
    return opened.sessionId;
  };
}
