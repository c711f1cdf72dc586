import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { tellNext } from '@/lib/jobs/notice-worker';
import type { NoticeKind } from '@/lib/core/notices/notice';
import type { NoticeChannel } from '@/lib/core/notices/preferences';
import { testServices, type TestServices } from '../testing/test-services';

const HOUR_MS = 3_600_000;

let t: TestServices;
let noticed: string[][];
let aheadMs: number;
let ana: Caller;
let bo: Caller;
let incident: string;

beforeEach(async () => {
  [noticed, aheadMs] = [[], 0];
  const telling = { publicUrl: 'https://warroom.example', hasMail: true, pushKey: 'a key' };
  t = await testServices({
    clock: () => new Date(Date.now() + aheadMs),
    telling: { ...telling, noticed: (userIds) => noticed.push(userIds) },
  });
  ana = await t.person('responder', 'Ana');
  bo = await t.person('responder', 'Bo');
  incident = await t.declare(ana);
});
afterEach(() => t.close());

const take = (who: Caller, name: string, input: object) =>
  t.services.incidents.execute(who, { incident, id: uuidv7(), name, input });

const workerDeps = () => ({
  ...{ pool: t.db.pool, clock: () => new Date(Date.now() + aheadMs), notifications: t.services.notifications },
  onError: (error: unknown) => {
    throw error;
  },
});
async function work(): Promise<number> {
  let count = 0;
  while (await tellNext(workerDeps())) count += 1;
  return count;
}
const list = async (who: Caller) => (await t.services.notifications.list(who, { limit: 50 })).notices;
const kinds = async (who: Caller) => (await list(who)).map(({ kind }) => kind);
const deliveries = () => t.db.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
const prefer = (who: Caller, channels: Partial<Record<NoticeKind, NoticeChannel[]>>) =>
  t.services.people.changeProfile(who, { preferences: { notices: { channels, quietHours: null } } });
const browser = (who: Caller) =>
  t.db.prisma.pushSubscription.create({
    data: {
      id: uuidv7(),
      userId: who.actor.userId,
      endpoint: `https://push.example/${uuidv7()}`,
      p256dh: 'p',
      auth: 'a',
      userAgent: 'x',
    },
  });

describe('[W6] a notice', () => {
  it('reaches whoever is mentioned, once, however often the job runs or dies', async () => {
    await take(ana, 'log.write', { text: '@Bo can you look at Redis?' });
    expect(await work()).toBeGreaterThan(0);
    // Killed behind the commit of its rows, before it was settled: it is done again.
    await t.db.pool.query(`UPDATE effect SET done_at = NULL, due_at = now() - interval '1 minute' WHERE kind = 'notify'`);
    await Promise.all([work(), work()]);
    expect(await list(bo)).toMatchObject([
      { kind: 'mentioned', by: 'Ana', text: '@Bo can you look at Redis?', seq: 2, readAt: null, incident: { key: incident } },
    ]);
    expect(await list(ana)).toEqual([]);
    expect(noticed).toEqual([[bo.actor.userId]]);
    const { rows } = await t.db.pool.query(`SELECT 1 FROM effect WHERE kind = 'notify' AND done_at IS NULL`);
    expect(rows).toEqual([]);
  });

  it('costs a plain line nothing: there is no effect', async () => {
    const before = await t.db.prisma.effect.count();
    await take(ana, 'log.write', { text: 'nobody in particular' });
    expect(await t.db.prisma.effect.count()).toBe(before);
  });

  it('goes the ways that its person chose, each once', async () => {
    await browser(bo);
    await prefer(bo, { mentioned: ['mail', 'push'], 'role-given': ['app'] });
    await take(ana, 'log.write', { text: '@Bo look' });
    await take(ana, 'role.assign', { userId: bo.actor.userId, role: 'comms' });
    await work();
    expect(await kinds(bo)).toEqual(['role-given']);
    const sent = await deliveries();
    expect(sent.map(({ channel, targetId }) => [channel, targetId])).toEqual([
      ['mail', bo.actor.userId],
      ['push', bo.actor.userId],
    ]);
    expect(sent[0]?.payload).toMatchObject({ to: `${bo.actor.userId}@example.org`, subject: `${incident}: Ana mentioned you` });
    expect(JSON.stringify(sent)).toContain(`/incidents/${incident}#e2`);
    expect(JSON.stringify(sent)).not.toContain('@Bo look');
  });

  it('is not pushed while its person is quiet, and is in the bell all the same', async () => {
    await browser(bo);
    await t.services.people.changeProfile(bo, { preferences: { quiet: { until: null } } });
    await take(ana, 'log.write', { text: '@Bo look' });
    await work();
    expect(await kinds(bo)).toEqual(['mentioned']);
    expect((await deliveries()).filter(({ channel }) => channel === 'push')).toEqual([]);
  });

  it('says nothing of a line that was redacted since, and is not there for who may not see the incident', async () => {
    const { seq } = await take(ana, 'log.write', { text: '@Bo the password is hunter2' });
    await work();
    await take(ana, 'log.redact', { entry: seq, because: 'a password' });
    expect(await list(bo)).toMatchObject([{ kind: 'mentioned', text: null }]);
    await take(ana, 'incident.restrict', { isPrivate: true });
    expect(await list(bo)).toEqual([]);
    expect((await t.services.notifications.list(bo, { limit: 5 })).unread).toBe(0);
    const cy = await t.person('responder', 'Cy');
    await take(ana, 'log.write', { text: '@Cy look' });
    await work();
    expect(await t.db.prisma.notification.count({ where: { userId: cy.actor.userId } })).toBe(0);
  });

  it('that waits to be sent is taken back when its incident is hidden', async () => {
    await prefer(bo, { mentioned: ['mail'] });
    const boss = await t.person('admin', 'Boss');
    const hook = { name: 'Chat', url: 'https://chat.example/1', shape: 'slack', events: ['severity'] } as const;
    await t.services.hooks.create(boss, { ...hook, events: [...hook.events] });
    await take(ana, 'log.write', { text: '@Bo look' });
    await take(ana, 'incident.set-severity', { severity: 'SEV1' });
    await work();
    expect((await deliveries()).filter(({ failedAt }) => failedAt)).toEqual([]);
    await take(ana, 'incident.restrict', { isPrivate: true });
    await work();
    const left = (await deliveries()).filter(({ failedAt }) => !failedAt);
    expect(left.map(({ targetKind, targetId }) => [targetKind, targetId])).toEqual([]);
  });

  it('is read by its own person only', async () => {
    await take(ana, 'log.write', { text: '@Bo look' });
    await work();
    const [notice] = await list(bo);
    await t.services.notifications.markRead(ana, { ids: [notice?.id ?? ''] });
    expect((await list(bo))[0]?.readAt).toBeNull();
    await t.services.notifications.markRead(bo, { all: true });
    expect((await list(bo))[0]?.readAt).not.toBeNull();
    expect((await t.services.notifications.list(bo, { limit: 5 })).unread).toBe(0);
  });

  it('lists page by page without a gap or a repeat', async () => {
    for (let n = 0; n < 5; n += 1) await take(ana, 'log.write', { text: `@Bo ${n}` });
    await work();
    const first = await t.services.notifications.list(bo, { limit: 3 });
    const second = await t.services.notifications.list(bo, { limit: 3, before: first.nextCursor ?? '' });
    expect([...first.notices, ...second.notices].map(({ text }) => text)).toEqual(['@Bo 4', '@Bo 3', '@Bo 2', '@Bo 1', '@Bo 0']);
    expect(second.nextCursor).toBeNull();
  });
});

describe('what time brings', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  it('is told of a promise once, to the commander and to the hooks, by however many processes', async () => {
    const boss = await t.person('admin', 'Boss');
    const hook = { name: 'Chat', url: 'https://chat.example/1', shape: 'slack' } as const;
    await t.services.hooks.create(boss, { ...hook, events: ['promise'] });
    await take(bo, 'command.take', {});
    await take(bo, 'update.promise', { nextUpdateAt: inMinutes(30) });
    await t.services.notifications.tellOfTime();
    expect(await kinds(bo)).toEqual([]);
    aheadMs = HOUR_MS;
    const other = t.another();
    await Promise.all([t.services.notifications.tellOfTime(), other.notifications.tellOfTime()]);
    await t.services.notifications.tellOfTime();
    expect(await kinds(bo)).toEqual(['promise']);
    expect((await deliveries()).map(({ targetKind }) => targetKind).toSorted()).toEqual(['hook', 'user']);
  });

  it('is nothing once the promise was kept or put off', async () => {
    await take(bo, 'command.take', {});
    await take(bo, 'update.promise', { nextUpdateAt: inMinutes(30) });
    await take(bo, 'update.snooze', { to: inMinutes(90), because: 'a test runs' });
    aheadMs = HOUR_MS;
    await t.services.notifications.tellOfTime();
    expect(await kinds(bo)).toEqual([]);
  });

  it('is told to the owner of a test whose time is over', async () => {
    await take(ana, 'hypothesis.propose', { statement: 'Redis is out of memory' });
    await take(bo, 'hypothesis.start-test', { hypothesis: 'H1', minutes: 10 });
    aheadMs = HOUR_MS;
    await t.services.notifications.tellOfTime();
    expect(await list(bo)).toMatchObject([{ kind: 'time-box', ref: 'H1', text: 'Redis is out of memory', seq: null }]);
  });
});
