import { afterAll, describe, expect, it } from 'vitest';
import type { DraftAnswer } from '@/lib/contracts/socket';
import { testDatabase } from '@/lib/db/testing/test-database';
import { sent, textIn } from '@/lib/services/drafts/testing/written-draft';
import { createLocalBus } from './local-bus';
import { testNode, type TestClient } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

/** What a client heard of drafts, and a way to wait for it. */
function hearing({ socket }: TestClient) {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  socket.on('draft:changed', ({ update }) => {
    heard.push(update);
    waiting.forEach((look) => look());
  });
  const reads = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!textIn(heard).includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { heard, reads };
}

const documentOf = (answer: DraftAnswer) => (answer.ok ? answer.document : answer.code);
const open = ({ socket }: TestClient, incident: string) => socket.emitWithAck('draft:open', { incident });
const change = ({ socket }: TestClient, incident: string, update: string) =>
  socket.emitWithAck('draft:change', { incident, update });

describe('a draft that is shared', () => {
  it('is seen by the other as it is typed; a viewer, an observer and an outsider see nothing', async () => {
    const node = await testNode(db);
    const [ana, bo, oz, vi, out] = [
      await node.person('responder', 'Ana'),
      await node.person('responder', 'Bo'),
      await node.person('responder', 'Oz'),
      await node.person('viewer', 'Vi'),
      await node.person('responder', 'Out'),
    ];
    const key = await node.declare(ana, { title: 'Hidden', isPrivate: true });
    await node.take(ana, key, 'role.assign', { userId: bo.userId, role: 'responder' });
    await node.take(ana, key, 'role.assign', { userId: oz.userId, role: 'observer' });
    await node.take(ana, key, 'incident.grant', { userId: vi.userId });
    const [a, b] = [await node.connect(ana), await node.connect(bo)];
    const others = await Promise.all([oz, vi, out].map((who) => node.connect(who)));
    const heard = others.map(hearing);
    const ofBo = hearing(b);
    expect(await open(a, key)).toMatchObject({ ok: true });
    expect(await open(b, key)).toMatchObject({ ok: true });
    const refused = await Promise.all(others.map((client) => open(client, key)));
    expect(refused.map(documentOf)).toEqual(['forbidden', 'forbidden', 'not_found']);
    const written = await Promise.all(others.map((client) => change(client, key, sent('by somebody else'))));
    expect(written.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(['forbidden', 'forbidden', 'not_found']);

    expect(await change(a, key, sent('We are looking into it.'))).toEqual({ ok: true });
    await ofBo.reads('We are looking into it.');
    expect(textIn([documentOf(await open(b, key))])).toBe('We are looking into it.');
    // Whatever was told to them is there by the time at which they are answered.
    await Promise.all(others.map((client) => open(client, key)));
    expect(heard.map((one) => one.heard)).toEqual([[], [], []]);
  });

  it('is no longer told to who may no longer take part', async () => {
    const node = await testNode(db);
    const [ana, bo] = [await node.person('responder'), await node.person('responder')];
    const key = await node.declare(ana, { title: 'Hidden', isPrivate: true });
    await node.take(ana, key, 'incident.grant', { userId: bo.userId });
    const [a, b, again] = [await node.connect(ana), await node.connect(bo), await node.connect(ana)];
    const [ofBo, ofAna] = [hearing(b), hearing(again)];
    for (const client of [a, b, again]) expect(await open(client, key)).toMatchObject({ ok: true });
    await node.take(ana, key, 'incident.grant', { userId: bo.userId, allowed: false });
    await change(a, key, sent('not for Bo'));
    await ofAna.reads('not for Bo');
    expect(documentOf(await open(b, key))).toBe('not_found');
    expect(ofBo.heard).toEqual([]);
  });

  it('reaches other processes over the bus, and is cleared for everybody when it is posted', async () => {
    const bus = createLocalBus();
    const [here, there] = [await testNode(db, { bus }), await testNode(db, { bus })];
    const [ana, bo] = [await here.person('responder'), await here.person('responder')];
    const key = await here.declare(ana);
    const [a, b] = [await here.connect(ana), await there.connect(bo)];
    const ofBo = hearing(b);
    for (const client of [a, b]) await open(client, key);
    await change(a, key, sent('All is well.'));
    await ofBo.reads('All is well.');
    await here.take(ana, key, 'update.post', { audience: 'public', phase: 'resolved', title: 'Orders', text: 'All is well.' });
    await expect.poll(() => textIn(ofBo.heard)).toBe('');
    expect(textIn([documentOf(await open(a, key))])).toBe('');
  });

  it('takes no bad frames, and goes on afterwards', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const [a, b] = [await node.connect(ana), await node.connect(ana)];
    const ofB = hearing(b);
    for (const client of [a, b]) await open(client, key);
    const wrong: unknown[] = [
      ...[null, 1, 'x', [], {}, { incident: key }, { incident: key, update: 5 }, { incident: key, update: '' }],
      ...[
        { incident: key, update: 'not base64!' },
        { incident: key, update: 'AAA=', more: 1 },
        { incident: '', update: 'AAA=' },
      ],
      ...[
        { incident: key, update: 'A'.repeat(90_000) },
        { incident: key, update: '/////w==' },
        { incident: {}, update: [] },
      ],
    ];
    for (const request of wrong) {
      const answer = await a.socket.emitWithAck('draft:change', request as never);
      expect(answer).toMatchObject({ ok: false, code: 'invalid', message: expect.stringMatching(/./) });
    }
    a.socket.emit('draft:change', null as never, null as never);
    a.socket.emit('draft:open', { incident: key }, 'no function' as never);
    a.socket.emit('draft:leave', { incident: { toString: null } } as never);
    expect(documentOf(await a.socket.emitWithAck('draft:open', { incident: 5 } as never))).toBe('invalid');
    await change(a, key, sent('still here'));
    await ofB.reads('still here');
    expect(ofB.heard).toHaveLength(1);
  });

  it('is not told any more to who left it', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const { incidentId } = await node.services.incidents.find(ana.caller as never, key);
    const [a, b, c] = [await node.connect(ana), await node.connect(ana), await node.connect(ana)];
    const [ofB, ofC] = [hearing(b), hearing(c)];
    for (const client of [a, b, c]) await open(client, key);
    b.socket.emit('draft:leave', { incident: incidentId });
    await b.socket.emitWithAck('room:join', { incident: key, after: 0 });
    await change(a, key, sent('after that'));
    await ofC.reads('after that');
    await b.socket.emitWithAck('room:join', { incident: key, after: 0 });
    expect(ofB.heard).toEqual([]);
  });
});
