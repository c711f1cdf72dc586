import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { ORIGIN, testNode } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

const BAD_ORIGINS = [
  'null',
  'https://evil.example',
  'https://warroom.example',
  'http://warroom.example:8080',
  'http://warroom.example.evil.example',
  'http://evilwarroom.example',
  'http://sub.warroom.example',
  'http://warroom.example@evil.example',
  'http://warroom.example/',
  'http://WARROOM.example',
  'file://',
  '',
];

describe('[S9] the handshake', () => {
  it.each(['websocket', 'polling'] as const)('refuses every other origin over %s', async (transport) => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    for (const origin of BAD_ORIGINS) {
      const attempt = node.connect({ ...ana, headers: { ...ana.headers, origin } }, { transports: [transport] });
      await expect(attempt, origin).rejects.toThrow();
    }
    const fine = await node.connect(ana, { transports: [transport] });
    expect(fine.socket.connected).toBe(true);
  });

  it('refuses a cookie without an origin, which no page of ours sends', async () => {
    const node = await testNode(db);
    const { headers, ...ana } = await node.person('responder');
    const bare = { ...ana, headers: { cookie: headers.cookie ?? '' } };
    await expect(node.connect(bare)).rejects.toThrow();
    await expect(node.connect(bare, { transports: ['polling'] })).rejects.toThrow();
  });

  it('takes a token from a program, by auth or by header', async () => {
    const node = await testNode(db);
    const { headers, ...program } = await node.program(await node.person('responder'), 'read');
    const byHeader = await node.connect({ ...program, headers });
    expect(byHeader.socket.connected).toBe(true);
    const token = headers.authorization?.replace('Bearer ', '');
    const byAuth = await node.connect({ ...program, headers: {} }, { auth: { token } });
    expect(byAuth.socket.connected).toBe(true);
    const polling = await node.connect({ ...program, headers: {} }, { auth: { token }, transports: ['polling'] });
    expect(polling.socket.connected).toBe(true);
  });

  it('refuses nobody, and tells why', async () => {
    const node = await testNode(db);
    const nobody = { userId: '', name: '', caller: null, headers: { origin: ORIGIN } };
    await expect(node.connect(nobody)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    const empty = { ...nobody, headers: { origin: ORIGIN, authorization: 'Bearer nonsense' } };
    await expect(node.connect(empty)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  });

  it('checks the origin of every later polling request as well', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const client = await node.connect(ana, { transports: ['polling'] });
    const sid = client.socket.io.engine.id;
    const response = await fetch(`${node.url}/socket.io/?EIO=4&transport=polling&sid=${sid}`, {
      headers: { ...ana.headers, origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });

  it('[S7] recovers no connection state: who reconnects is a new socket and joins again', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana, { reconnection: true, reconnectionDelay: 1 });
    await client.join({ incident: key, after: 1 });
    const firstId = client.socket.id;
    const reconnected = new Promise<void>((resolve) => client.socket.once('connect', resolve));
    client.socket.io.engine.close();
    await reconnected;
    expect(client.socket.recovered ?? false).toBe(false);
    expect(client.socket.id).not.toBe(firstId);
    await node.take(ana, key, 'log.write', { text: 'While away' });
    const answer = await client.join({ incident: key, after: 1 });
    expect(answer).toMatchObject({ ok: true, events: [{ seq: 2 }] });
    expect(client.heard.events).toEqual([]);
  });

  it('while draining, tells everybody to come back and takes nobody in', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const client = await node.connect(ana);
    const told = new Promise<{ retryAfterMs: number }>((resolve) => client.socket.once('server:draining', resolve));
    node.live.drain();
    const { retryAfterMs } = await told;
    expect(retryAfterMs).toBeGreaterThanOrEqual(0);
    expect(retryAfterMs).toBeLessThanOrEqual(5000);
    await expect(node.connect(ana)).rejects.toThrow();
  });
});
