import { afterAll, describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { testDatabase } from '@/lib/db/testing/test-database';
import { testNode, type TestClient } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

type RawTransport = { ws: { _socket: { pause: () => void; resume: () => void } } };
const rawOf = (client: TestClient) => (client.socket.io.engine.transport as unknown as RawTransport).ws._socket;

describe('a socket', () => {
  it('may ask 60 times at once and is told to wait after that', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    const answers = await Promise.all(Array.from({ length: 100 }, () => client.join({ incident: key, after: 1 })));
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.length).toBeGreaterThanOrEqual(30);
    expect(refused.every((answer) => !answer.ok && answer.code === 'too_many')).toBe(true);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(60);
  });

  it('that floods is cut', async () => {
    const node = await testNode(db);
    const client = await node.connect(await node.person('viewer'));
    for (let n = 0; n < 400; n += 1) client.socket.emit('presence:update', { incident: 'INC-1', focus: null, typing: null });
    expect(await client.disconnected).toBe('io server disconnect');
  });

  it('is cut when it sends more than 128 kB at once', async () => {
    const node = await testNode(db);
    const client = await node.connect(await node.person('viewer'));
    client.socket.emit('room:leave', { incident: 'x'.repeat(200_000) });
    expect(await client.disconnected).toBe('transport close');
  });

  it('is answered or ignored whatever it sends, and the next one is served', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    const raw = client.socket as unknown as {
      emit: (...sent: unknown[]) => void;
      emitWithAck: (...sent: unknown[]) => Promise<unknown>;
    };
    const inputs = [
      null,
      7,
      'INC-1',
      [],
      {},
      { incident: key },
      { incident: key, after: -1 },
      { incident: key, after: 1.5 },
      { incident: key, after: 1, epoch: 4 },
      { incident: key, after: 1, isAdmin: true },
      { incident: ['INC-1'], after: 0 },
      { incident: '\0', after: -0.5 },
      JSON.parse('{"incident":"INC-1","after":0,"__proto__":{"ok":true},"constructor":1}'),
    ];
    for (const input of inputs) expect(await raw.emitWithAck('room:join', input)).toMatchObject({ ok: false, code: 'invalid' });
    for (const input of inputs) {
      raw.emit('room:leave', input);
      raw.emit('presence:update', input);
      raw.emit('no:such', input);
    }
    raw.emit('room:join', { incident: key, after: 1 });
    raw.emit('room:join');
    expect(await raw.emitWithAck('room:join', { incident: '\u0000', after: 1 })).toMatchObject({ ok: false, code: 'not_found' });
    const next = await node.connect(ana);
    expect(await next.join({ incident: key, after: 1 })).toMatchObject({ ok: true });
  });

  it('of the same person and incident is the sixth: the first makes room', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const clients = await Promise.all(Array.from({ length: 6 }, () => node.connect(ana)));
    for (const client of clients) await client.join({ incident: key, after: 1 });
    const [first, ...others] = clients;
    await first?.until(({ closed }) => closed.length === 1);
    expect(first?.heard.closed).toMatchObject([{ code: 'too_many' }]);
    await node.take(ana, key, 'log.write', { text: 'For five' });
    await Promise.all(others.map((client) => client.until(({ events }) => events.length === 1)));
    expect(first?.heard.events).toEqual([]);
  });
});

describe('[R12] a socket that does not read', () => {
  async function storm() {
    let aheadMs = 0;
    let sent = 1;
    const node = await testNode(db, {
      // As if the database had what was sent.
      reads: (reads) => ({ ...reads, heads: async (ids) => (await reads.heads(ids)).map((head) => ({ ...head, seq: sent })) }),
      clock: () => new Date(Date.now() + aheadMs),
    });
    const [ana, bo] = [await node.person('responder'), await node.person('responder')];
    const key = await node.declare(ana);
    const [slow, quick] = [await node.connect(ana), await node.connect(bo)];
    await slow.join({ incident: key, after: 1 });
    const answer = await quick.join({ incident: key, after: 0 });
    await quick.until(({ presence }) => presence.at(-1)?.total === 2);
    const [declared] = answer.ok && 'events' in answer ? answer.events : [];
    const line = { ...declared, type: 'log.written', data: { text: 'x'.repeat(3000) } };
    const publish = async (count: number) => {
      const events = Array.from({ length: count }, (_, n) => ({ ...line, seq: sent + 1 + n }) as IncidentEvent);
      sent += count;
      node.live.publish({ incidentId: declared?.incidentId ?? '', events });
      await quick.until(({ events: heard }) => heard.at(-1)?.seq === sent);
    };
    rawOf(slow).pause();
    for (let round = 0; round < 100; round += 1) await publish(50);
    const letPass = (ms: number) => {
      aheadMs += ms;
    };
    return { slow, quick, publish, letPass, sent: () => sent };
  }

  it('holds up nobody, and is told of the head when it reads again', async () => {
    const { slow, quick, publish, sent } = await storm();
    expect(quick.heard.events).toHaveLength(5000);
    rawOf(slow).resume();
    await slow.until(({ heads }) => heads.at(-1)?.seq === sent());
    expect(slow.heard.events.length).toBeLessThan(4000);
    await publish(1);
    await slow.until(({ events }) => events.at(-1)?.seq === sent());
  });

  it('is cut after 15 seconds', async () => {
    const { slow, quick, letPass } = await storm();
    letPass(16_000);
    await quick.until(({ presence }) => presence.at(-1)?.total === 1);
    rawOf(slow).resume();
    expect(await slow.disconnected).toMatch(/transport (close|error)/);
    expect(slow.heard.events.length).toBeLessThan(4000);
  });
});
