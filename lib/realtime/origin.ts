import type { IncomingHttpHeaders } from 'node:http';

const originOf = (url: string | undefined): string | null => {
  try {
    return url === undefined ? null : new URL(url).origin;
  } catch {
    return null;
  }
};

/**
 * Whether a socket request with these headers may come in. A browser names its page in Origin, which must be on the list.
 * Without Origin it is either a program, which has no cookie and will show a token, or the polling GET of our own page,
 * which the browser marks as same-origin.
 */
export function createOriginCheck(allowedOrigins: readonly string[]) {
  const allowed = new Set(allowedOrigins.map((origin) => originOf(origin)).filter((origin) => origin !== null));
  return (headers: IncomingHttpHeaders, method: string): boolean => {
    const { origin, cookie, referer } = headers;
    if (origin !== undefined) return allowed.has(origin);
    if (cookie === undefined) return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin';
    if (method !== 'GET' || headers.upgrade !== undefined) return false;
    const site = headers['sec-fetch-site'];
    return site === undefined ? allowed.has(originOf(referer) ?? '') : site === 'same-origin';
  };
}
