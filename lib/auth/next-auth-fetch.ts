import nextAuth, { type AuthOptions } from 'next-auth';
import { authOptions, type AuthParts } from './auth-options';
import { clientOf } from './client-address';

const BODY_MAX_BYTES = 16_384;

type Handler = (request: object, response: object, options: AuthOptions) => Promise<unknown>;

// It is CommonJS: bundlers hand out its default export, Node the whole module.
const handler = (typeof nextAuth === 'function' ? nextAuth : (nextAuth as { default: unknown }).default) as Handler;

const refusal = (status: number, title: string, detail: string, code: string) =>
  Response.json(
    { type: 'about:blank', title, status, code, detail },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

async function readBody(request: Request): Promise<Record<string, unknown> | null> {
  const text = await request.text();
  if (text.length > BODY_MAX_BYTES) return null;
  const isJson = request.headers.get('content-type')?.includes('application/json');
  if (!isJson) return Object.fromEntries(new URLSearchParams(text));
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    return null;
  }
}

const cookiesOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    (headers.get('cookie') ?? '').split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) return [];
      const value = pair.slice(at + 1).trim();
      return [[pair.slice(0, at).trim(), value.includes('%') ? safelyDecoded(value) : value]];
    }),
  );

function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The few parts of a Node response that next-auth writes to, gathered into a Response. */
function responseParts() {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' });
  let status = 200;
  let body: string | null = null;
  const target = {
    status(code: number) {
      status = code;
      return target;
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
      return target;
    },
    json(value: unknown) {
      headers.set('Content-Type', 'application/json');
      body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === 'object' && value !== null) target.json(value);
      else body = value === undefined ? null : String(value);
    },
    end: () => undefined,
  };
  return { target, response: () => new Response(body, { status, headers }) };
}

/**
 * next-auth as one fetch handler for everything below `/api/auth`, outside of Next: sign-in, sign-out, session. Takes the
 * client's address from the header that our server stamps.
 */
export function createAuthFetch(parts: AuthParts): (request: Request) => Promise<Response> {
  // It takes its own address from nowhere else.
  process.env['NEXTAUTH_URL'] = parts.publicUrl;
  return async (request) => {
    const origin = request.headers.get('origin');
    if (request.method !== 'GET' && origin !== null && !parts.allowedOrigins.includes(origin)) {
      const detail = `This came from another site. Open ${parts.publicUrl} and sign in there.`;
      return refusal(403, 'Not allowed', detail, 'forbidden');
    }
    const body = request.method === 'POST' ? await readBody(request) : {};
    if (body === null) return refusal(400, 'Not understood', 'This is no sign-in. Reload the page and try again.', 'invalid');
    const url = new URL(request.url);
    const steps = url.pathname.split('/').filter(Boolean).slice(2);
    if (steps.length === 0) return refusal(404, 'Not found', 'There is nothing here. Sign in on the page /sign-in.', 'not_found');
    const { target, response } = responseParts();
    const asked = {
      query: { ...Object.fromEntries(url.searchParams), nextauth: steps },
      cookies: cookiesOf(request.headers),
      headers: Object.fromEntries(request.headers),
      method: request.method,
      body,
    };
    try {
      await handler(asked, target, authOptions(parts, clientOf(request.headers)));
    } catch (error) {
      parts.onError('AUTH_FAILED', error);
      return refusal(
        500,
        'Failed',
        'Signing in failed on our side. Try again; if it stays so, look at the server log.',
        'failed',
      );
    }
    return response();
  };
}
