import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { createGuardedFetch, type GuardedFetch } from '@/lib/connectors/guarded-fetch';
import { createMailer, type Mailer } from '@/lib/connectors/mail';
import { whyNotCalledBy } from '@/lib/connectors/why-not-called';
import type { Database } from '@/lib/db/database';
import type { Environment } from '@/lib/env';
import { createAnnounceWorker } from '@/lib/jobs/announce-worker';
import { createDeliveryWorker } from '@/lib/jobs/delivery-worker';
import type { Repeated } from '@/lib/jobs/repeat';
import type { Senders } from '@/lib/jobs/send-deliveries';
import { createMailSender } from '@/lib/jobs/senders/mail';
import { createWebhookSender } from '@/lib/jobs/senders/webhook';
import type { Outside } from '@/lib/services/outside';
import type { ReadAddress } from '@/lib/services/status/read-address';
import type { Services } from '@/lib/services/services';
import type { Log } from './log';

/** How everything leaves: mail through one server, calls through one guarded way out. */
export type WaysOut = {
  mailer: Mailer | null;
  fetch: GuardedFetch;
  /** For the one address that the operator names in the environment, wherever it leads. */
  fetchConfigured: (url: string) => GuardedFetch;
  /** To a bucket, whose list may be long. */
  fetchBucket: GuardedFetch;
  outside: Omit<Outside, 'queued'>;
  /** Reads a page of another installation that history is brought in from. */
  readAddress: ReadAddress;
};

const IMPORT_MAX_BYTES = 10 * 1024 * 1024;
const IMPORT_TIMEOUT_MS = 20_000;
const BUCKET_MAX_BYTES = 5 * 1024 * 1024;
const BUCKET_TIMEOUT_MS = 60_000;

/** Opens the ways out that the environment names. */
export function openWaysOut({ smtp, allowedTargets: list, publicUrl }: Environment): WaysOut {
  const allowed = allowedTargets(list);
  const reading = createGuardedFetch({ allowed, maxBytes: IMPORT_MAX_BYTES, timeoutMs: IMPORT_TIMEOUT_MS });
  return {
    readAddress: (url) => reading(url, { method: 'GET', headers: { accept: 'application/json' } }),
    mailer: smtp && createMailer(smtp),
    fetch: createGuardedFetch({ allowed }),
    fetchConfigured: (url) => createGuardedFetch({ allowed: allowedTargets(new URL(url).hostname) }),
    fetchBucket: createGuardedFetch({ allowed, maxBytes: BUCKET_MAX_BYTES, timeoutMs: BUCKET_TIMEOUT_MS }),
    outside: { publicUrl, hasMail: smtp !== null, whyNotCalled: whyNotCalledBy(allowed) },
  };
}

const AT_ONCE = { mail: 5, webhook: 8, push: 8 };

type Given = { database: Database; services: Services; waysOut: WaysOut; log: Log; /** Further senders. */ senders?: Senders };

/** What tells subscribers and sends everything that is queued, until it is stopped. */
export function createOutgoing({ database, services, waysOut, log, senders: further = {} }: Given): Repeated {
  const { pool, clock } = database;
  const { subscribers } = services;
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} failed and is tried again.`);
  const targets = { secretOf: subscribers.secretOfCall, answered: subscribers.callAnswered, gone: subscribers.receiverGone };
  const senders: Senders = {
    ...(waysOut.mailer ? { mail: createMailSender(waysOut.mailer, subscribers) } : {}),
    webhook: createWebhookSender({ fetch: waysOut.fetch, clock, targets }),
    ...further,
  };
  const delivering = createDeliveryWorker({ pool, clock, senders, atOnce: AT_ONCE, onError: failed('Sending') });
  const announcing = createAnnounceWorker({
    ...{ pool, clock, announce: subscribers.announce, onError: failed('Telling subscribers') },
    onGivenUp: (details) => log.error(details, 'Subscribers were not told, after a day of tries.'),
  });
  return {
    start() {
      announcing.start();
      delivering.start();
    },
    wake() {
      announcing.wake();
      delivering.wake();
    },
    async stop() {
      await announcing.stop();
      await delivering.stop();
      waysOut.mailer?.close();
    },
  };
}
