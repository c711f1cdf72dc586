import { createApi, type Api } from '@/lib/api/app';
import { createCallerFrom } from '@/lib/auth/caller-from';
import { createMoments } from '@/lib/auth/known-for-a-moment';
import { clientOf } from '@/lib/auth/client-address';
import { createAuthFetch } from '@/lib/auth/next-auth-fetch';
import { setSessionCookie } from '@/lib/auth/session-cookie';
import type { Database } from '@/lib/db/database';
import type { Environment } from '@/lib/env';
import type { PushKeys } from '@/lib/jobs/senders/push-keys';
import { liveReads } from '@/lib/realtime/live-reads';
import { createLive, type Live } from '@/lib/realtime/live-server';
import { createLocalBus } from '@/lib/realtime/local-bus';
import { createRedisBus } from '@/lib/realtime/redis-bus';
import type { StandingSite } from '@/lib/publish/standing-site';
import type { Runtime } from '@/lib/runtime';
import { createServices } from '@/lib/services/services';
import { createJobs, type Jobs } from './compose-jobs';
import { openWaysOut } from './compose-outgoing';
import type { InternalPages } from './status-door';
import type { Log } from './log';

type Given = {
  environment: Environment;
  database: Database;
  secret: string;
  webhookSecret: string;
  dataFolder: string;
  /** The status page as it is served. */
  site: StandingSite;
  setupToken: string;
  pushKeys: PushKeys;
  log: Log;
  isDraining: () => boolean;
};

/** Everything that runs on the database, built and joined once per process. */
export type House = {
  runtime: Runtime;
  api: Api;
  auth: (request: Request) => Promise<Response>;
  live: Live;
  /** The status page for signed-in staff. */
  internalPages: InternalPages;
  startJobs: () => void;
  stopJobs: () => Promise<void>;
  close: () => Promise<void>;
};

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
  const { environment, database, secret, setupToken, pushKeys, log } = given;
  const { publicUrl, allowedOrigins, oidc } = environment;
  const { pool, prisma, epoch, clock } = database;
  // Services tell the sockets and the jobs, and these read through the services: the telling is bound late.
  const told: { live?: Live; jobs?: Jobs } = {};
  const waysOut = openWaysOut(environment);
  const moments = createMoments(clock);
  const services = createServices({
    ...{ pool, prisma, epoch, clock, secret, setupToken, hasWebhook: environment.webhook !== null },
    ...{ publicUrl, dataFolder: given.dataFolder, readAddress: waysOut.readAddress },
    telling: {
      ...{ publicUrl, hasMail: environment.smtp !== null, pushKey: pushKeys.publicKey },
      noticed: (userIds) => told.live?.noticed(userIds),
    },
    published: (message) => {
      told.live?.publish(message);
      told.jobs?.hear(message);
    },
    statusChanged: () => told.jobs?.statusChanged(),
    outside: { ...waysOut.outside, queued: () => told.jobs?.queued() },
    accessChanged: () => {
      moments.forget();
      told.live?.accessChanged();
    },
  });
  const secure = publicUrl.startsWith('https:');
  const { callerOfSession, callerOfToken } = services.people;
  const sealed = { secret, secureCookies: secure };
  const callerFrom = createCallerFrom({ people: services.people, ...sealed });
  // Requests of the API come in bursts. Who opens a page or a socket is looked up for that alone.
  const recentCallerFrom = createCallerFrom({
    people: { callerOfSession: moments.remember(callerOfSession), callerOfToken: moments.remember(callerOfToken) },
    ...sealed,
  });
  const bus = environment.redisUrl
    ? createRedisBus({ url: environment.redisUrl, channel: `warroom:${epoch}`, log })
    : createLocalBus();
  const live = createLive({
    reads: liveReads(services),
    drafts: services.drafts,
    callerFrom,
    bus,
    allowedOrigins,
    epoch,
    clock,
    log,
  });
  const jobs = createJobs({ ...given, services, waysOut });
  told.live = live;
  told.jobs = jobs;

  const api = createApi({
    ...{ services, callerFrom: recentCallerFrom, allowedOrigins, publicUrl, clock, isReady: isReadyBy(given) },
    setSessionCookie: (sessionId) => setSessionCookie(sessionId, { secret, secure }),
    addressOf: (headers) => clientOf(headers).address,
    logError: (error, details) => log.error({ err: error, ...details }, 'A request failed.'),
  });
  const auth = createAuthFetch({
    ...{ people: services.people, secret, publicUrl, allowedOrigins, oidc },
    onError: (code, error) => log.warn({ code, err: error }, 'A sign-in failed.'),
  });
  return {
    runtime: {
      ...{ services, callerFrom, epoch, publicUrl, clock },
      oidcName: oidc?.name ?? null,
      pageFailed: (error, route) => log.error({ err: error, route }, 'A page failed.'),
    },
    api,
    auth,
    live,
    internalPages: { callerFrom, render: services.publishing.renderInternal },
    startJobs: jobs.start,
    stopJobs: jobs.stop,
    async close() {
      await live.close();
      await bus.close();
    },
  };
}
