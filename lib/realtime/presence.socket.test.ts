import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { createLocalBus } from './local-bus';
import { testNode, type Heard } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

const namesIn = (heard: Heard) => heard.presence.at(-1)?.people.map(({ name }) => name);

describe('[S6] presence', () => {
  it('names everybody who is here, viewers included, and what they look at', async () => {
    const node = await testNode(db);
    const [ana, vi] = [await node.person('responder', 'Ana'), await node.person('viewer', 'Vi')];
    const key = await node.declare(ana);
    const [a, v] = [await node.connect(ana), await node.connect(vi)];
    await a.join({ incident: key, after: 1 });
    await v.join({ incident: key, after: 1 });
    await a.until((heard) => heard.presence.at(-1)?.people.length === 2);
    v.socket.emit('presence:update', { incident: key, focus: 'H1', typing: 'log' });
    await a.until((heard) => heard.presence.at(-1)?.people.some(({ typing }) => typing === 'log') === true);
    expect(a.heard.presence.at(-1)).toMatchObject({
      total: 2,
      people: [
        { userId: ana.userId, name: 'Ana', role: 'responder', focus: null, typing: null },
        { userId: vi.userId, name: 'Vi', role: 'viewer', focus: 'H1', typing: 'log' },
      ],
    });
    v.socket.disconnect();
    await a.until((heard) => heard.presence.at(-1)?.people.length === 1);
    expect(namesIn(a.heard)).toEqual(['Ana']);
  });

  it('is told whole to who connects, and once for several windows of one person', async () => {
    const node = await testNode(db);
    const [ana, bo] = [await node.person('responder', 'Ana'), await node.person('responder', 'Bo')];
    const key = await node.declare(ana);
    const first = await node.connect(ana);
    await first.join({ incident: key, after: 1 });
    await first.until((heard) => heard.presence.length === 1);
    const second = await node.connect(ana);
    await second.join({ incident: key, after: 1 });
    await second.until((heard) => heard.presence.length === 1);
    expect(namesIn(second.heard)).toEqual(['Ana']);
    expect(first.heard.presence).toHaveLength(1);
    const b = await node.connect(bo);
    await b.join({ incident: key, after: 1 });
    await b.until((heard) => heard.presence.length === 1);
    expect(namesIn(b.heard)).toEqual(['Ana', 'Bo']);
  });

  it('is shared by processes that share a bus, and says nothing across incidents', async () => {
    const bus = createLocalBus();
    const [here, there] = [await testNode(db, { bus }), await testNode(db, { bus })];
    const [ana, bo, cy] = [
      await here.person('responder', 'Ana'),
      await here.person('responder', 'Bo'),
      await here.person('responder', 'Cy'),
    ];
    const [key, other] = [await here.declare(ana), await here.declare(ana)];
    const [a, b, c] = [await here.connect(ana), await there.connect(bo), await there.connect(cy)];
    await a.join({ incident: key, after: 1 });
    await a.until((heard) => heard.presence.length === 1);
    await b.join({ incident: key, after: 1 });
    await c.join({ incident: other, after: 1 });
    await a.until((heard) => heard.presence.at(-1)?.people.length === 2);
    await b.until((heard) => heard.presence.at(-1)?.people.length === 2);
    await c.until((heard) => heard.presence.length === 1);
    expect(namesIn(c.heard)).toEqual(['Cy']);
    b.socket.disconnect();
    await a.until((heard) => heard.presence.at(-1)?.people.length === 1);
  });

  it('counts a crowd and names its first hundred', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const crowd = await Promise.all(Array.from({ length: 110 }, () => node.person('viewer')));
    const clients = await Promise.all(crowd.map((who) => node.connect(who)));
    await Promise.all(clients.map((client) => client.join({ incident: key, after: 1 })));
    const [one] = clients;
    await one?.until((heard) => heard.presence.at(-1)?.total === 110);
    expect(one?.heard.presence.at(-1)?.people).toHaveLength(100);
  });
});
