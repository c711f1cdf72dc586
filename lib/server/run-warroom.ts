import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { stampAddress, trustedProxies, type TrustedProxies } from '@/lib/auth/client-address';
import { lockDataFolder } from '@/lib/db/data-folder-lock';
import type { Environment } from '@/lib/env';
import { pushKeysOf } from '@/lib/jobs/senders/push-keys';
import { installRuntime } from '@/lib/runtime';
import { reasonOf, StartupError } from '@/lib/startup-error';
import { compose, type House } from './compose';
import { checkReachable, defaultDataFolder, ensureDataFolder, keptSecret } from './data-folder';
import { countRequests, drain } from './drain';
import { answerStarting, createLimitedServer, listenOn, serve } from './http-server';
import type { Log } from './log';
import { startPages, type Pages } from './next-pages';
import { openStore } from './open-store';
import { createStandingSite, type StandingSite } from '@/lib/publish/standing-site';
import { createPolicy, fixedHeaders } from './security-headers';
import { createStatusDoor, type StatusDoor } from './status-door';

type Options = { environment: Environment; isDevelopment: boolean; log: Log };
type Closing = { name: string; close: () => Promise<void> | void };

export type Running = {
  /** One line for the operator: the address, the data folder, the set-up link while nobody has an account. */
  line: string;
  /** Drains, closes everything and answers with the exit code. */
  stop: () => Promise<0 | 1>;
};

function trustedIn(environment: Environment): TrustedProxies {
  try {
    return trustedProxies(environment.trustedProxies);
  } catch (error) {
    throw new StartupError(`WARROOM_TRUSTED_PROXIES: ${reasonOf(error)}`);
  }
}

/** The status page as it stood when this process, or another on the same folder, ended. */
async function standingSite(dataFolder: string, publicUrl: string, log: Log): Promise<StandingSite> {
  const site = createStandingSite({ folder: path.join(dataFolder, 'status'), headers: fixedHeaders(publicUrl) });
  await site.load().catch((error: unknown) => log.warn({ err: error }, 'The files of the status page cannot be read.'));
  return site;
}

type Doors = { house: House; pages: Pages; status: StatusDoor };

function openDoors(server: Server, { house, pages, status }: Doors, { environment, isDevelopment, log }: Options): void {
  const { publicUrl, allowedOrigins, oidc } = environment;
  const isTrusted = trustedIn(environment);
  const formTargets = oidc ? [new URL(oidc.issuer).origin] : [];
  const listener = (fetch: (request: Request, env: object) => Response | Promise<Response>) =>
    getRequestListener(fetch, { overrideGlobalObjects: false });
  serve(server, {
    api: listener((request, env) => house.api.fetch(request, env)),
    auth: listener((request) => house.auth(request)),
    status: status.answer,
    sockets: house.live.handleRequest,
    pages: pages.handle,
    socketUpgrade: house.live.handleUpgrade,
    reloadUpgrade: pages.reloadUpgrade,
    policy: createPolicy({ allowedOrigins, formTargets, isDevelopment }),
    headers: fixedHeaders(publicUrl),
    stamp: (request) => stampAddress(request, isTrusted),
    onError: (error, request) =>
      log.error({ err: error, method: request.method, path: request.url?.split('?')[0] }, 'A request failed.'),
  });
}

async function lineOf(house: House, environment: Environment, dataFolder: string, setupToken: string): Promise<string> {
  const { publicUrl, databaseUrl } = environment;
  const database = databaseUrl ? ' (database: DATABASE_URL)' : '';
  const link = (await house.runtime.services.people.needsSetup())
    ? ` - set up: ${publicUrl}/setup?token=${encodeURIComponent(setupToken)}`
    : '';
  return `Warroom: ${publicUrl} - data: ${dataFolder}${database}${link}`;
}

/** Opens everything in order, and closes what is open again when one part refuses. Throws StartupError. */
export async function runWarroom(options: Options): Promise<Running> {
  const { environment, isDevelopment, log } = options;
  const closing: Closing[] = [];
  const opened = <T>(name: string, value: T, close: (value: T) => Promise<void> | void): T => {
    closing.unshift({ name, close: () => close(value) });
    return value;
  };
  try {
    trustedIn(environment);
    const dataFolder = environment.dataFolder ?? defaultDataFolder(process.cwd());
    ensureDataFolder(dataFolder);
    if (environment.databaseUrl === null) {
      checkReachable(dataFolder);
      opened('lock', await lockDataFolder(dataFolder), (unlock) => unlock());
    }
    const server = createLimitedServer();
    const underWay = countRequests(server);
    const site = await standingSite(dataFolder, environment.publicUrl, log);
    const status = createStatusDoor({ site, headers: fixedHeaders(environment.publicUrl) });
    const endStarting = answerStarting(server, status.answer);
    await listenOn(server, environment);
    opened('server', server, () => server.closeAllConnections());

    const [store, pages] = await Promise.all([
      openStore({ databaseUrl: environment.databaseUrl, dataFolder, log }).then((one) =>
        opened('database', one, () => one.close()),
      ),
      startPages({ isDevelopment, host: environment.host, port: environment.port }),
    ]);
    let isDraining = false;
    const setupToken = environment.setupToken ?? randomBytes(24).toString('base64url');
    const secret = environment.secret ?? keptSecret(dataFolder, 'secret');
    const webhookSecret = environment.webhook ? (environment.webhook.secret ?? keptSecret(dataFolder, 'webhook-secret')) : '';
    const house = compose({
      environment,
      database: store.database,
      secret,
      webhookSecret,
      ...{ dataFolder, site },
      setupToken,
      pushKeys: pushKeysOf(keptSecret(dataFolder, 'push-key')),
      log,
      isDraining: () => isDraining,
    });
    opened('pages', pages, () => pages.close());
    opened('sockets', house, () => house.close());
    opened('jobs', house, () => house.stopJobs());
    installRuntime(house.runtime);
    status.openInternal(house.internalPages);
    openDoors(server, { house, pages, status }, options);
    endStarting();
    house.startJobs();

    const announce = () => {
      isDraining = true;
      house.live.drain();
    };
    const onStuck = (name: string, err: unknown) => log.error({ err, part: name }, 'A part did not end in order.');
    return {
      line: await lineOf(house, environment, dataFolder, setupToken),
      stop: () => drain({ server, underWay, announce, closing, onStuck }),
    };
  } catch (error) {
    for (const { close } of closing) await Promise.resolve(close()).catch(() => undefined);
    throw error;
  }
}
