import { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { sessionCookie } from '@/lib/auth/session-cookie';
import type { Services } from '@/lib/services/services';
import { ServiceError } from '@/lib/services/errors';
import type { ApiEnv } from './api-env';
import { guardAddress } from './guard-address';
import { guardExpectedUser } from './guard-expected-user';
import { guardOrigin } from './guard-origin';
import { mountBrief } from './incidents/brief-routes';
import { mountCommands } from './incidents/command-routes';
import { mountEvidence } from './incidents/evidence-routes';
import { mountIncidents } from './incidents/incident-routes';
import { mountLog } from './incidents/log-routes';
import { mountPractice } from './incidents/practice-routes';
import { mountUpdates } from './incidents/update-routes';
import { mountHooks } from './notices/hook-routes';
import { mountNotices } from './notices/notice-routes';
import { openApiDocument } from './openapi';
import { mountPeople } from './people/people';
import { problemResponse, serviceErrorOf } from './problem-response';
import { createRouter } from './route';
import { mountStatus } from './status/status-routes';
import { mountSubscribers } from './subscribers/subscribers-routes';

export type ApiDeps = {
  services: Services;
  callerFrom: (headers: Headers) => Promise<Caller | null>;
  allowedOrigins: readonly string[];
  publicUrl: string;
  clock: () => Date;
  /** A `Set-Cookie` header that signs the browser in to a session. */
  setSessionCookie: (sessionId: string) => Promise<string>;
  /** Whether the database answers and is migrated. */
  isReady: () => Promise<boolean>;
  /** The address that guessing is counted by; the raw request is the Node request where there is one. */
  addressOf: (headers: Headers, nodeRequest: unknown) => string;
  logError: (error: unknown, details: { requestId: string; method: string; path: string }) => void;
};

/** The whole HTTP API as one fetch handler. Built once by the composition root; `declared` lists every route. */
export function createApi(deps: ApiDeps) {
  const app = new Hono<ApiEnv>();
  const router = createRouter(app);

  app.use('*', async (c, next) => {
    c.set('requestId', uuidv7());
    // Said before the answer is made: headers added to a made answer cost it its short way out.
    c.header('x-request-id', c.get('requestId'));
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'private, no-store');
    const incoming = (c.env as { incoming?: unknown } | undefined)?.incoming;
    c.set('address', deps.addressOf(c.req.raw.headers, incoming));
    guardAddress(c);
    guardOrigin(c, deps.allowedOrigins, router.declared);
    c.set('caller', await deps.callerFrom(c.req.raw.headers));
    guardExpectedUser(c);
    await next();
  });
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? uuidv7();
    const refusal = serviceErrorOf(error);
    if (refusal.code === 'failed') deps.logError(error, { requestId, method: c.req.method, path: c.req.path });
    return problemResponse(refusal, requestId);
  });
  app.notFound((c) =>
    problemResponse(
      new ServiceError('not_found', 'There is nothing here. See /api/openapi.json for what there is.'),
      c.get('requestId'),
    ),
  );

  router.route({ method: 'get', path: '/healthz', who: 'anyone', summary: 'Whether the process lives', tag: 'About' }, (c) =>
    c.json({ ok: true }),
  );
  router.route(
    { method: 'get', path: '/readyz', who: 'anyone', summary: 'Whether the database answers', tag: 'About' },
    async (c) =>
      (await deps.isReady()) ? c.json({ ok: true }) : c.json({ ok: false, detail: 'The database does not answer.' }, 503),
  );
  const cookie = sessionCookie(deps.publicUrl.startsWith('https:')).name;
  const about = { method: 'get', path: '/api/openapi.json', who: 'anyone', summary: 'This description', tag: 'About' } as const;
  router.route(about, (c) => c.json(openApiDocument(router.declared, cookie)));
  mountPeople(router, deps);
  mountIncidents(router, deps.services.incidents);
  mountCommands(router, deps.services.incidents);
  mountLog(router, deps.services.incidents, deps.clock);
  mountBrief(router, deps.services.incidents);
  mountPractice(router, deps.services.incidents);
  mountEvidence(router, deps.services.incidents);
  mountUpdates(router, deps.services);
  mountStatus(router, deps.services);
  mountSubscribers(router, { ...deps.services, publicUrl: deps.publicUrl });
  mountNotices(router, deps.services.notifications);
  mountHooks(router, deps.services.hooks);

  return { fetch: app.fetch.bind(app), request: app.request.bind(app), declared: router.declared, app };
}

export type Api = ReturnType<typeof createApi>;
