import { createApi, type Api } from '@/lib/api/app';
import { createCallerFrom } from '@/lib/auth/caller-from';
import { clientOf } from '@/lib/auth/client-address';
import { createAuthFetch } from '@/lib/auth/next-auth-fetch';
import { setSessionCookie } from '@/lib/auth/session-cookie';
import type { Database } from '@/lib/db/database';
import type { Environment } from '@/lib/env';
import { repeat } from '@/lib/jobs/repeat';
import { createWebhookWorker } from '@/lib/jobs/webhook-worker';
import { liveReads } from '@/lib/realtime/live-reads';
import { createLive, type Live } from '@/lib/realtime/live-server';
import { createLocalBus } from '@/lib/realtime/local-bus';
import { createRedisBus } from '@/lib/realtime/redis-bus';
import type { Runtime } from '@/lib/runtime';
import { createServices, type Services } from '@/lib/services/services';
import type { Log } from './log';

type Given = {
  environment: Environment;
  database: Database;
  secret: string;
  webhookSecret: string;
  setupToken: string;
  log: Log;
  isDraining: () => boolean;
};

/** Everything that runs on the database, built and joined once per process. */
export type House = {
  runtime: Runtime;
  api: Api;
  auth: (request: Request) => Promise<Response>;
  live: Live;
  startJobs: () => void;
  stopJobs: () => Promise<void>;
  close: () => Promise<void>;
};

const SWEEP_MS = 3_600_000;

function createJobs({ environment, database, webhookSecret, log }: Given, services: Services) {
  const sweep = async () => {
    await services.people.sweepPeople();
    await services.incidents.sweepStagedBodies();
    return false;
  };
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} failed and is tried again.`);
  const sweeping = repeat(sweep, { everyMs: SWEEP_MS, onError: failed('Sweeping') });
  if (!environment.webhook) return { sweeping, webhooks: null };
  const { url } = environment.webhook;
  const webhooks = createWebhookWorker({
    ...{ pool: database.pool, clock: database.clock, url, secret: webhookSecret },
    onGivenUp: (details) => log.error(details, 'A webhook was given up after a day.'),
    onError: failed('Delivering webhooks'),
  });
  return { sweeping, webhooks };
}

function isReadyBy({ database, isDraining }: Given): () => Promise<boolean> {
  return async () => {
    if (isDraining()) return false;
    return database.pool.query('select 1').then(
      () => true,
      () => false,
    );
  };
}

/** Builds services, API, sign-in, sockets and jobs over one database. */
export function compose(given: Given): House {
  const { environment, database, secret, setupToken, log } = given;
  const { publicUrl, allowedOrigins, oidc } = environment;
  const { pool, prisma, epoch, clock } = database;
  // Services tell the sockets and the jobs, and these read through the services: the telling is bound late.
  const told: { live?: Live; wake?: () => void } = {};
  const services = createServices({
    ...{ pool, prisma, epoch, clock, secret, setupToken, hasWebhook: environment.webhook !== null },
    published: (message) => {
      told.live?.publish(message);
      told.wake?.();
    },
    accessChanged: () => told.live?.accessChanged(),
  });
  const secure = publicUrl.startsWith('https:');
  const callerFrom = createCallerFrom({ people: services.people, secret, secureCookies: secure });
  const bus = environment.redisUrl
    ? createRedisBus({ url: environment.redisUrl, channel: `warroom:${epoch}`, log })
    : createLocalBus();
  const live = createLive({ reads: liveReads(services), callerFrom, bus, allowedOrigins, epoch, clock, log });
  const { sweeping, webhooks } = createJobs(given, services);
  told.live = live;
  told.wake = webhooks?.wake;

  const api = createApi({
    ...{ services, callerFrom, allowedOrigins, publicUrl, isReady: isReadyBy(given) },
    setSessionCookie: (sessionId) => setSessionCookie(sessionId, { secret, secure }),
    addressOf: (headers) => clientOf(headers).address,
    logError: (error, details) => log.error({ err: error, ...details }, 'A request failed.'),
  });
  const auth = createAuthFetch({
    ...{ people: services.people, secret, publicUrl, allowedOrigins, oidc },
    onError: (code, error) => log.warn({ code, err: error }, 'A sign-in failed.'),
  });
  return {
    runtime: { services, callerFrom, epoch, publicUrl, oidcName: oidc?.name ?? null, clock },
    api,
    auth,
    live,
    startJobs() {
      sweeping.start();
      webhooks?.start();
    },
    async stopJobs() {
      await sweeping.stop();
      await webhooks?.stop();
    },
    async close() {
      await live.close();
      await bus.close();
    },
  };
}
