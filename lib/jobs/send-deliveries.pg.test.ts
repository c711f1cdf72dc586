import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import type { Reply } from '@/lib/connectors/testing/smtp-receiver';
import { enqueueDeliveries } from '@/lib/services/delivery/enqueue-deliveries';
import { refusalOf } from '@/lib/services/people/testing/test-people';
import { createDeliveryWorker } from './delivery-worker';
import { claimDue, sendDue, sendOne } from './send-deliveries';
import { outgoing, type Outgoing } from './testing/outgoing';

const HOUR_MS = 3_600_000;

let t: Outgoing;
let admin: Caller;
/** What the mail server says to the next receivers, in turn. */
let replies: (Reply | 'cut')[];
beforeEach(async () => {
  replies = [];
  t = await outgoing({
    receiver: () => (replies[0] !== undefined && replies[0] !== 'cut' ? (replies.shift() as Reply) : null),
    message: () => (replies[0] === 'cut' ? (replies.shift() as 'cut') : null),
  });
  admin = await t.person('admin', 'Ada');
});
afterEach(() => t.close());

async function queue(count = 1, to = 'hanna.berg@example.org'): Promise<void> {
  const payload = { to, subject: 'A word', text: 'words', html: null, headers: {} };
  const target = { targetKind: 'user', targetId: null, incidentId: null } as const;
  const all = Array.from({ length: count }, () => ({ channel: 'mail', dedupKey: uuidv7(), ...target, payload }) as const);
  await enqueueDeliveries(t.db.pool, all, t.now());
}
const rows = () => t.db.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
const only = async () => (await rows())[0]!;

it('greylisting, a cut and an answer in the end are one mail under one id', async () => {
  await queue();
  replies = [{ code: 451, text: 'Come back later' }, 'cut'];
  expect(await sendDue(t.deps, 5)).toBe(1);
  expect(await only()).toMatchObject({ doneAt: null, failedAt: null, lastStatus: '451', attempts: 1 });
  expect(await sendDue(t.deps, 5)).toBe(0);
  t.advance(5_500);
  await sendDue(t.deps, 5);
  expect(await only()).toMatchObject({ doneAt: null, failedAt: null, lastStatus: null, attempts: 2 });
  t.advance(10_500);
  await sendDue(t.deps, 5);
  t.advance(HOUR_MS);
  expect(await sendDue(t.deps, 5)).toBe(0);
  expect(t.smtp.received.map(({ id }) => id)).toEqual([`<${(await only()).id}@shop.example>`]);
});

it('a refusal is final, and greylisting for a day is given up', async () => {
  await queue();
  replies = [{ code: 550, text: 'No such user' }];
  await sendDue(t.deps, 5);
  const refused = await only();
  expect(refused).toMatchObject({ lastStatus: '550', attempts: 1 });
  expect(refused.failedAt).not.toBeNull();
  await queue();
  replies = Array.from({ length: 60 }, () => ({ code: 450, text: 'Later' }));
  for (let hour = 0; hour < 30; hour += 1) {
    await sendDue(t.deps, 5);
    t.advance(HOUR_MS + 1_000);
  }
  expect((await rows())[1]?.failedAt).not.toBeNull();
  expect(t.smtp.received).toEqual([]);
});

it('a mailbox that does not exist ends the subscription', async () => {
  const { subscribers } = t.services;
  const token = await t.subscribed('gone@example.org');
  const ana = await t.person('responder');
  const key = await t.declare(ana);
  await t.services.incidents.execute(ana, { incident: key, id: uuidv7(), name: 'command.take', input: {} });
  replies = [{ code: 452, text: 'Mailbox full for now' }];
  await t.publish(ana, key);
  await t.settle();
  expect(await subscribers.readSubscription(token)).toMatchObject({ state: 'active' });
  replies = [{ code: 550, text: 'No such user' }];
  t.advance(6_000);
  await t.settle();
  expect(await subscribers.readSubscription(token)).toMatchObject({ state: 'bounced' });
});

it('two processes that are at it at once send each mail once', async () => {
  await queue(60);
  const claims = await Promise.all(Array.from({ length: 12 }, () => sendDue(t.deps, 7)));
  expect(claims.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(new Set(t.smtp.received.map(({ id }) => id)).size).toBe(60);
  expect(t.smtp.received).toHaveLength(60);
});

it('what a process took that was killed is sent by the next one after the lease, and a late failure of the first counts no more', async () => {
  await queue();
  const [dead] = await claimDue(t.deps, 1);
  expect(await sendDue(t.deps, 1)).toBe(0);
  t.advance(31_000);
  expect(await sendDue(t.deps, 1)).toBe(1);
  const failing = {
    ...t.deps,
    senders: { mail: async () => ({ ok: false, status: null, error: 'late', final: true }) as const },
  };
  await sendOne(failing, dead!);
  expect(await only()).toMatchObject({ failedAt: null, lastError: null });
  expect(t.smtp.received).toHaveLength(1);
});

it('a note that the database could not take just then is taken later, and the mail not sent again', async () => {
  await queue();
  let isAway = true;
  let tries = 0;
  const away = Object.assign(new Error('Connection terminated unexpectedly'), {});
  const pool = {
    query: (sql: string, values: unknown[]) => {
      if (!sql.startsWith('UPDATE delivery SET done_at')) return t.db.pool.query(sql, values);
      tries += 1;
      isAway = tries < 3;
      return isAway ? Promise.reject(away) : t.db.pool.query(sql, values);
    },
  } as unknown as typeof t.db.pool;
  await sendDue({ ...t.deps, pool }, 1);
  expect([tries, t.smtp.received.length]).toEqual([3, 1]);
  expect((await only()).doneAt).not.toBeNull();
});

it('a worker sends all there is, no more at once than it may, and ends when asked', async () => {
  let [now, most] = [0, 0];
  const mail = t.deps.senders.mail!;
  const counted: typeof mail = async (delivery, signal) => {
    most = Math.max(most, (now += 1));
    return mail(delivery, signal).finally(() => (now -= 1));
  };
  await queue(40);
  const errors: unknown[] = [];
  const worker = createDeliveryWorker({
    ...t.deps,
    senders: { mail: counted },
    atOnce: { mail: 3, webhook: 1, push: 1 },
    onError: (error) => errors.push(error),
  });
  const done = new Promise<void>((resolve) => {
    const look = setInterval(() => t.smtp.received.length === 40 && (clearInterval(look), resolve()), 10);
  });
  worker.start();
  await done;
  await worker.stop();
  expect([most, errors]).toEqual([3, []]);
  expect((await rows()).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

it('administrators see what goes out, send it again and give it up, at that very moment', async () => {
  const { deliveries } = t.services;
  await queue(2);
  replies = [{ code: 550, text: 'No such user' }];
  await sendDue(t.deps, 1);
  const list = await deliveries.list(admin, {});
  expect(list.counts).toEqual({ waiting: 1, failing: 0, sent: 0, 'given-up': 1 });
  const [waiting, failed] = list.deliveries;
  expect(failed).toMatchObject({ to: 'ha***@example.org', about: 'A word', state: 'given-up', lastStatus: '550', nextAt: null });
  expect(JSON.stringify(list)).not.toContain('hanna.berg');
  await deliveries.sendAgain(admin, failed!.id);
  await deliveries.giveUp(admin, waiting!.id);
  await t.settle();
  expect((await deliveries.list(admin, {})).counts).toEqual({ waiting: 0, failing: 0, sent: 1, 'given-up': 1 });
  expect((await deliveries.list(admin, { state: 'sent' })).deliveries.map(({ id }) => id)).toEqual([failed!.id]);
  expect(await refusalOf(deliveries.sendAgain(admin, failed!.id))).toBe('conflict');
  expect(await refusalOf(deliveries.giveUp(admin, failed!.id))).toBe('conflict');
  expect(await refusalOf(deliveries.giveUp(admin, uuidv7()))).toBe('not_found');
  const bo = await t.person('responder');
  const stale = { ...bo, actor: { ...bo.actor, role: 'admin' as const } };
  for (const verb of [deliveries.sendAgain, deliveries.giveUp])
    expect(await refusalOf(verb(stale, waiting!.id))).toBe('forbidden');
  expect(await refusalOf(deliveries.list(bo, {}))).toBe('forbidden');
});

it('sending again leaves alone what is being sent', async () => {
  await queue();
  const [held] = await claimDue(t.deps, 1);
  await t.services.deliveries.sendAgain(admin, held!.id);
  expect(await sendDue(t.deps, 1)).toBe(0);
});
