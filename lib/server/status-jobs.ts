import path from 'node:path';
import type { Database } from '@/lib/db/database';
import { createPublishWorker } from '@/lib/jobs/publish-worker';
import { createPushWorker } from '@/lib/jobs/push-worker';
import type { StandingSite } from '@/lib/publish/standing-site';
import type { Repeated } from '@/lib/jobs/repeat';
import type { Services } from '@/lib/services/services';
import type { WaysOut } from './compose-outgoing';
import type { Log } from './log';

type Given = {
  database: Database;
  secret: string;
  dataFolder: string;
  site: StandingSite;
  services: Services;
  waysOut: Pick<WaysOut, 'fetchBucket'>;
  log: Log;
};

/** What keeps the status page up to date, here and where it is pushed to. */
export function createStatusJobs({ database, secret, dataFolder, site, services, waysOut, log }: Given): Repeated {
  const { pool, clock } = database;
  const failed = (what: string) => (error: unknown) => log.warn({ err: error }, `${what} failed and is tried again.`);
  const pushing = createPushWorker({
    ...{ pool, clock, secret, site, fetch: waysOut.fetchBucket, workFolder: path.join(dataFolder, 'push-work') },
    onError: failed('Pushing the status page'),
  });
  const publishing = createPublishWorker({
    ...{ publishing: services.publishing, site, clock, onPublished: pushing.wake },
    onError: failed('Publishing the status page'),
  });
  return {
    wake: publishing.wake,
    start() {
      publishing.start();
      pushing.start();
    },
    async stop() {
      await publishing.stop();
      await pushing.stop();
    },
  };
}
