import { afterAll, describe, expect, it } from 'vitest';
import { tellNext } from '@/lib/jobs/notice-worker';
import { testDatabase } from '@/lib/db/testing/test-database';
import { createLocalBus } from './local-bus';
import { testNode, type TestNode } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

/** The job of one process, until nothing waits. */
async function work(node: TestNode): Promise<void> {
  const { notifications } = node.services;
  const onError = (error: unknown) => {
    throw error;
  };
  while (await tellNext({ pool: db.pool, clock: () => new Date(), notifications, onError })) continue;
}

describe('a notice', () => {
  it('is heard by whoever is mentioned, in any room or none and at any process, and by nobody else', async () => {
    const bus = createLocalBus();
    const [node, other] = [await testNode(db, { bus }), await testNode(db, { bus })];
    const [ana, bo, cy] = [
      await node.person('responder', 'Ana'),
      await node.person('responder', 'Bo'),
      await node.person('viewer', 'Cy'),
    ];
    const key = await node.declare(ana);
    const [a, b, far, c] = [await node.connect(ana), await node.connect(bo), await other.connect(bo), await node.connect(cy)];
    await c.join({ incident: key, after: 1 });
    await node.take(ana, key, 'log.write', { text: '@Bo look' });
    await work(node);
    await Promise.all([b.until(({ notices }) => notices.length > 0), far.until(({ notices }) => notices.length > 0)]);
    // What Cy and Ana would have heard by now: a line that was written afterwards.
    await a.join({ incident: key, after: 2 });
    await node.take(ana, key, 'log.write', { text: 'nobody in particular' });
    await Promise.all([a, c].map((one) => one.until(({ events }) => events.some(({ seq }) => seq === 3))));
    expect([a, c].map(({ heard }) => heard.notices)).toEqual([[], []]);
    expect([b, far].map(({ heard }) => heard.notices.length)).toEqual([1, 1]);
    expect(b.heard.events).toEqual([]);
  });

  it('is not heard by a socket whose session was ended', async () => {
    const node = await testNode(db);
    const [ana, bo] = [await node.person('responder', 'Ada'), await node.person('responder', 'Bob')];
    const key = await node.declare(ana);
    const b = await node.connect(bo);
    await db.prisma.session.updateMany({ where: { userId: bo.userId }, data: { revokedAt: new Date() } });
    node.live.accessChanged();
    await b.disconnected;
    await node.take(ana, key, 'log.write', { text: '@Bob look' });
    await work(node);
    expect(await db.prisma.notification.count({ where: { userId: bo.userId } })).toBe(1);
    expect(b.heard.notices).toEqual([]);
  });
});
