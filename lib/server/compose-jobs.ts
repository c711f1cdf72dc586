import type { Database } from '@/lib/db/database';
import type { Environment } from '@/lib/env';
import { repeat, type Repeated } from '@/lib/jobs/repeat';
import { createWebhookWorker } from '@/lib/jobs/webhook-worker';
import type { PushKeys } from '@/lib/jobs/senders/push-keys';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { StandingSite } from '@/lib/publish/standing-site';
import type { Published } from '@/lib/services/incident/incident-deps';
import type { Services } from '@/lib/services/services';
import { createNoticeJobs, pushSenderOf } from './compose-notices';
import { createOutgoing, type WaysOut } from './compose-outgoing';
import type { Log } from './log';
import { createStatusJobs } from './status-jobs';

type Given = {
  environment: Environment;
  database: Database;
  webhookSecret: string;
  services: Services;
  waysOut: WaysOut;
  pushKeys: PushKeys;
  secret: string;
  dataFolder: string;
  site: StandingSite;
  log: Log;
};

/** What goes on by itself, and what wakes it before its time. */
export type Jobs = {
  start: () => void;
  stop: () => Promise<void>;
  /** Hears what was committed: what follows from it does not wait for the next look. */
  hear: (message: Published) => void;
  /** The status page says something else now. */
  statusChanged: () => void;
  /** Messages were queued. */
  queued: () => void;
};

const SWEEP_MS = 3_600_000;
const MAINTENANCE_MS = 10_000;

const speaks = ({ type }: IncidentEvent) => type.startsWith('update.') || type === 'incident.restricted';

// Most of what happens is a line that mentions nobody.
const mayConcern = (event: IncidentEvent) => event.type !== 'log.written' || event.data.text.includes('@');

function createWebhooks({ environment, database, webhookSecret, waysOut, log }: Given): Repeated | null {
  if (!environment.webhook) return null;
  const { url } = environment.webhook;
  return createWebhookWorker({
    ...{ pool: database.pool, clock: database.clock, url, secret: webhookSecret, fetch: waysOut.fetchConfigured(url) },
    onGivenUp: (details) => log.error(details, 'A webhook was given up after a day.'),
    onError: (error) => log.warn({ err: error }, 'Delivering webhooks failed and is tried again.'),
  });
}

/** Builds every job of this process. */
export function createJobs(given: Given): Jobs {
  const { environment, database, services, waysOut, pushKeys, log } = given;
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} failed and is tried again.`);
  const sweep = async () => {
    await services.people.sweepPeople();
    await services.incidents.sweepStagedBodies();
    await services.subscribers.sweepSubscribers();
    return false;
  };
  const sweeping = repeat(sweep, { everyMs: SWEEP_MS, onError: failed('Sweeping') });
  const maintaining = repeat(() => services.status.advanceMaintenance(), {
    ...{ everyMs: MAINTENANCE_MS, onError: failed('Beginning or ending maintenance') },
  });
  const push = pushSenderOf({ database, pushKeys, publicUrl: environment.publicUrl, fetch: waysOut.fetch });
  const outgoing = createOutgoing({ database, services, waysOut, log, senders: { push } });
  const notices = createNoticeJobs({ database, services, failed });
  const statusPage = createStatusJobs(given);
  const webhooks = createWebhooks(given);
  const all = [sweeping, maintaining, outgoing, notices, statusPage, ...(webhooks ? [webhooks] : [])];
  const statusChanged = () => {
    statusPage.wake();
    outgoing.wake();
  };
  return {
    start: () => all.forEach((job) => job.start()),
    async stop() {
      await Promise.all(all.map((job) => job.stop()));
    },
    hear({ events }) {
      webhooks?.wake();
      if (events.some(speaks)) statusChanged();
      if (events.some(mayConcern)) notices.wake();
    },
    statusChanged,
    queued: () => outgoing.wake(),
  };
}
