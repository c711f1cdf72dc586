type Fetch = (request: Request) => Promise<Response>;

/** A browser as far as signing in goes: it keeps cookies and names its origin. */
export function testBrowser(fetch: Fetch, origin: string) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit & { origin?: string | null } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const named = init.origin === undefined ? origin : init.origin;
    if (init.method === 'POST' && named !== null) headers.set('origin', named);
    const response = await fetch(new Request(new URL(path, origin), { ...init, headers }));
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const at = pair.indexOf('=');
      if (attributes.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async function post(path: string, form: Record<string, string>, asOrigin?: string | null): Promise<Response> {
    const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: 'true', ...form });
    return send(path, { method: 'POST', body, origin: asOrigin });
  }

  return { cookies, send, post };
}

export type TestBrowser = ReturnType<typeof testBrowser>;
