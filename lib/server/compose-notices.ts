import type { GuardedFetch } from '@/lib/connectors/guarded-fetch';
import type { Database } from '@/lib/db/database';
import { createNoticeWorker } from '@/lib/jobs/notice-worker';
import type { Repeated } from '@/lib/jobs/repeat';
import { createPushSender } from '@/lib/jobs/senders/push';
import type { PushKeys } from '@/lib/jobs/senders/push-keys';
import type { Services } from '@/lib/services/services';

type Given = { database: Database; services: Services; failed: (what: string) => (error: unknown) => void };

/** The jobs that find out who should know what, of events and of time that ran out. */
export function createNoticeJobs({ database, services, failed }: Given): Repeated {
  const { pool, clock } = database;
  const { notifications } = services;
  const { events, time } = createNoticeWorker({ pool, clock, notifications, onError: failed('Telling people') });
  return {
    wake: events.wake,
    start: () => [events, time].forEach((job) => job.start()),
    stop: async () => void (await Promise.all([events, time].map((job) => job.stop()))),
  };
}

type Pushing = { database: Database; pushKeys: PushKeys; publicUrl: string; fetch: GuardedFetch };

// A push service wants to know whom to turn to; an address of a machine of one's own tells it nothing.
const subjectOf = (publicUrl: string) => (publicUrl.startsWith('https:') ? publicUrl : 'mailto:warroom@localhost.invalid');

/** What brings notices to browsers that are closed, by the push service that each of them names. */
export const pushSenderOf = ({ database, pushKeys, publicUrl, fetch }: Pushing) =>
  createPushSender({ pool: database.pool, keys: pushKeys, subject: subjectOf(publicUrl), request: fetch });
