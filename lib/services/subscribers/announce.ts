import type { PoolClient } from 'pg';
import { inTransaction } from '@/lib/db/transaction';
import type { About } from '../delivery/payloads';
import { enqueueDeliveries, type NewDelivery } from '../delivery/enqueue-deliveries';
import { readOpenness } from './read-openness';
import { readAnnouncement, type Announcement } from './read-announcement';
import type { SubscribersParts } from './subscribers-deps';
import { announcementCall, announcementMail } from './write-announcement';

const PAGE = 1_000;

const FOR = `
  SELECT id, kind, address FROM subscriber
  WHERE id > $1 AND kind = ANY($2) AND confirmed_at <= $3 AND ended_at IS NULL
    AND (cardinality(component_ids) = 0 OR component_ids && $4::uuid[])
  ORDER BY id LIMIT $5`;

type Receiver = { id: string; kind: 'mail' | 'webhook'; address: string };
type Written = { announcement: Announcement; about: About; mail: object; call: object };

const keyOf = (about: About) => ('updateId' in about ? `update:${about.updateId}` : `maintenance:${about.maintenanceUpdateId}`);

function deliveryFor({ announcement, about, mail, call }: Written, { id, kind, address }: Receiver): NewDelivery {
  const payload = kind === 'mail' ? { ...mail, to: address } : { ...call, url: address };
  const target = { targetKind: 'subscriber', targetId: id, incidentId: announcement.incidentId } as const;
  return { channel: kind, dedupKey: `${keyOf(about)}:${id}`, ...target, payload };
}

async function onePage(
  client: PoolClient,
  written: Written,
  asked: unknown[],
  now: Date,
): Promise<{ last: string | null; queued: number }> {
  const { rows } = await client.query<Receiver>(FOR, [...asked, PAGE]);
  const deliveries = rows.map((receiver) => deliveryFor(written, receiver));
  const queued = await enqueueDeliveries(client, deliveries, now);
  return { last: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null, queued };
}

export type AnnounceInput = {
  about: About;
  /** Since when there is something to tell: who subscribed later has read it on the page. */
  since: Date;
  /** Called after each page, for there may be many. */
  onPage?: () => Promise<unknown>;
};

/**
 * Queues a message to everybody who wants to hear of it, a thousand to a transaction; answers how many were new. Nothing
 * where it was hidden, taken back, or the page made private meanwhile. The same again, after a kill in between for one,
 * queues what is missing and nothing twice.
 */
export const announce =
  (parts: SubscribersParts) =>
  async ({ about, since, onPage }: AnnounceInput): Promise<number> => {
    const { pool, clock, outside } = parts;
    const page = await readOpenness(pool);
    const announcement = page.isPublic ? await readAnnouncement(pool, about) : null;
    if (!announcement) return 0;
    const place = { pageName: page.name, publicUrl: outside.publicUrl };
    const mail = announcementMail(announcement, about, place);
    const written: Written = { announcement, about, mail, call: announcementCall(announcement, about, place) };
    const kinds = outside.hasMail ? ['mail', 'webhook'] : ['webhook'];
    let queued = 0;
    for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null;) {
      const asked: unknown[] = [after, kinds, since, announcement.concerns];
      const done = await inTransaction(pool, (client) => onePage(client, written, asked, clock()));
      queued += done?.queued ?? 0;
      after = done?.last ?? null;
      outside.queued();
      await onPage?.();
    }
    return queued;
  };
