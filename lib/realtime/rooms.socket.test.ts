import { afterAll, describe, expect, it } from 'vitest';
import type { JoinAnswer } from '@/lib/contracts/socket';
import { testDatabase } from '@/lib/db/testing/test-database';
import { testNode } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

const eventsOf = (answer: JoinAnswer) => (answer.ok && 'events' in answer ? answer.events : null);
const seqs = (events: { seq: number }[] | null) => events?.map(({ seq }) => seq);

describe('a room', () => {
  it('is heard by who joined it, the one who acts included, and by nobody else', async () => {
    const node = await testNode(db);
    const [ana, bo, cy] = [await node.person('responder'), await node.person('responder'), await node.person('viewer')];
    const [key, other] = [await node.declare(ana), await node.declare(ana)];
    const [a, b, c] = [await node.connect(ana), await node.connect(bo), await node.connect(cy)];
    await Promise.all([a.join({ incident: key, after: 1 }), b.join({ incident: key, after: 1 })]);
    await c.join({ incident: other, after: 1 });
    await node.take(ana, key, 'log.write', { text: 'Checked recent deploys' });
    await Promise.all([a.until(({ events }) => events.length > 0), b.until(({ events }) => events.length > 0)]);
    expect(a.heard.events).toEqual(b.heard.events);
    expect(a.heard.events).toMatchObject([{ seq: 2, type: 'log.written', data: { text: 'Checked recent deploys' } }]);
    await node.take(ana, other, 'log.write', { text: 'Another incident' });
    await c.until(({ events }) => events.length > 0);
    expect(seqs(c.heard.events)).toEqual([2]);
    expect(seqs(a.heard.events)).toEqual([2]);
  });

  it('[S1] an event that is committed while somebody joins is not lost', async () => {
    let during: (() => Promise<void>) | null = null;
    const node = await testNode(db, {
      reads: (reads) => ({
        ...reads,
        async readEvents(caller, incident, range) {
          const told = await reads.readEvents(caller, incident, range);
          await during?.();
          return told;
        },
      }),
    });
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const [watching, joining] = [await node.connect(ana), await node.connect(ana)];
    await watching.join({ incident: key, after: 0 });
    during = async () => {
      during = null;
      await node.take(ana, key, 'log.write', { text: 'Just between' });
      await watching.until(({ events }) => events.length === 1);
    };
    const answer = await joining.join({ incident: key, after: 0 });
    expect(seqs(eventsOf(answer))).toEqual([1]);
    await joining.until(({ events }) => events.length === 1);
    expect(seqs(joining.heard.events)).toEqual([2]);
  });

  it('[S1] who comes back is told what was missed, by key or by id', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    for (const text of ['one', 'two', 'three']) await node.take(ana, key, 'log.write', { text });
    const client = await node.connect(ana);
    const answer = await client.join({ incident: key.toLowerCase(), after: 2, epoch: db.epoch });
    expect(answer).toMatchObject({ ok: true, head: 4, epoch: db.epoch });
    expect(seqs(eventsOf(answer))).toEqual([3, 4]);
    const id = eventsOf(answer)?.[0]?.incidentId ?? '';
    expect(await client.join({ incident: id, after: 4 })).toMatchObject({ ok: true, head: 4, events: [] });
  });

  it('[S3] an event that nobody was told of arrives within two seconds all the same', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    await client.join({ incident: key, after: 1 });
    node.isMuted = true;
    const before = performance.now();
    await node.take(ana, key, 'log.write', { text: 'The hint is lost' });
    await client.until(({ events }) => events.length === 1);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('[S3] a hint that comes without the one before it brings both, in order', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    await client.join({ incident: key, after: 1 });
    node.isMuted = true;
    await node.take(ana, key, 'log.write', { text: 'lost' });
    node.isMuted = false;
    await node.take(ana, key, 'log.write', { text: 'heard' });
    await client.until(({ events }) => events.length >= 2);
    expect(seqs(client.heard.events)).toEqual([2, 3]);
  });

  it('[S4] another epoch, or a head behind the client, is answered with a snapshot', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    const snapshot = { ok: true, head: 1, epoch: db.epoch, snapshot: { seq: 1, incident: { key } } };
    expect(await client.join({ incident: key, after: 1, epoch: 'the life before' })).toMatchObject(snapshot);
    expect(await client.join({ incident: key, after: 9, epoch: db.epoch })).toMatchObject(snapshot);
  });

  it('[S5] more than 500 events behind is answered with a snapshot', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const texts = Array.from({ length: 501 }, (_, n) => `line ${n}`);
    await Promise.all(texts.map((text) => node.take(ana, key, 'log.write', { text })));
    const client = await node.connect(ana);
    expect(eventsOf(await client.join({ incident: key, after: 2 }))).toHaveLength(500);
    const answer = await client.join({ incident: key, after: 1 });
    expect(answer).toMatchObject({ ok: true, head: 502, snapshot: { seq: 502 } });
  });

  it('tells events of one moment in few messages, and those over 4 kB by a head', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    await client.join({ incident: key, after: 1 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => node.take(ana, key, 'log.write', { text: `line ${n}` })));
    await client.until(({ events }) => events.length === 20);
    expect(client.heard.messages.length).toBeLessThan(6);
    for (const events of client.heard.messages) expect(JSON.stringify(events).length).toBeLessThan(4096);
    await node.take(ana, key, 'log.write', { text: 'x'.repeat(5000) });
    await client.until(({ heads }) => heads.some(({ seq }) => seq === 22));
    expect(client.heard.events).toHaveLength(20);
  });
});
