import { uuidv7 } from 'uuidv7';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/db/testing/test-database';
import { createLocalBus } from './local-bus';
import { testNode, type TestNode } from './testing/test-live';

const db = await testDatabase();
afterAll(() => db.close());

async function privateRoom(node: TestNode) {
  const [ana, bo, cy] = [await node.person('responder'), await node.person('responder'), await node.person('responder')];
  const key = await node.declare(ana, { title: 'Somebody reads our mail', isPrivate: true });
  await node.take(ana, key, 'incident.grant', { userId: bo.userId, allowed: true });
  return { ana, bo, cy, key };
}

describe('a private incident', () => {
  it('does not exist for a stranger, who hears nothing of it', async () => {
    const node = await testNode(db);
    const { ana, cy, key } = await privateRoom(node);
    const [a, c] = [await node.connect(ana), await node.connect(cy)];
    await a.join({ incident: key, after: 2 });
    const unknown = { ok: false, code: 'not_found', message: 'There is no such incident.' };
    expect(await c.join({ incident: key, after: 0 })).toEqual(unknown);
    expect(await c.join({ incident: 'INC-999999', after: 0 })).toEqual(unknown);
    await node.take(ana, key, 'log.write', { text: 'Between us' });
    await a.until(({ events }) => events.length > 0);
    c.socket.emit('presence:update', { incident: key, focus: null, typing: 'log' });
    // Whatever was sent to them before this answer would be here by now.
    await c.join({ incident: key, after: 0 });
    expect(c.heard).toEqual({ notices: [], events: [], messages: [], heads: [], closed: [], presence: [] });
  });

  it('is closed for who is removed in the middle of a storm; nothing later reaches them', async () => {
    const node = await testNode(db);
    const { ana, bo, key } = await privateRoom(node);
    const [a, b] = [await node.connect(ana), await node.connect(bo)];
    await Promise.all([a.join({ incident: key, after: 2 }), b.join({ incident: key, after: 2 })]);
    const storm = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, n) => node.take(ana, key, 'log.write', { text: `line ${n}` })));
    const before = storm(500);
    await b.until(({ events }) => events.length > 0);
    const removal = node.take(ana, key, 'incident.grant', { userId: bo.userId, allowed: false });
    const after = storm(500);
    await Promise.all([before, removal, after]);
    await a.until(({ events }) => events.length === 1001);
    await b.until(({ closed }) => closed.length === 1);
    expect(await b.join({ incident: key, after: 0 })).toMatchObject({ ok: false, code: 'not_found' });
    const removed = a.heard.events.find(({ type }) => type === 'incident.accessRevoked');
    const [incident] = a.heard.events.map(({ incidentId }) => incidentId);
    expect(b.heard.closed).toMatchObject([{ incident, code: 'not_found' }]);
    expect(b.heard.events.length).toBeGreaterThan(0);
    expect(b.heard.events.filter(({ seq }) => seq >= (removed?.seq ?? 0))).toEqual([]);
  });

  it('is closed on the other process too, within two seconds where the bus is gone', async () => {
    const here = await testNode(db);
    const there = await testNode(db);
    const { ana, bo, key } = await privateRoom(here);
    const b = await there.connect(bo);
    await b.join({ incident: key, after: 2 });
    const before = performance.now();
    await here.take(ana, key, 'incident.grant', { userId: bo.userId, allowed: false });
    await here.take(ana, key, 'log.write', { text: 'Not for Bo' });
    await b.until(({ closed }) => closed.length === 1);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(b.heard.events).toEqual([]);
  });

  it('becomes private under who has no part in it', async () => {
    const bus = createLocalBus();
    const [here, there] = [await testNode(db, { bus }), await testNode(db, { bus })];
    const [ana, cy] = [await here.person('responder'), await here.person('viewer')];
    const key = await here.declare(ana);
    const c = await there.connect(cy);
    await c.join({ incident: key, after: 1 });
    await here.take(ana, key, 'log.write', { text: 'For all' });
    await c.until(({ events }) => events.length === 1);
    await here.take(ana, key, 'incident.restrict', { isPrivate: true });
    await here.take(ana, key, 'log.write', { text: 'For some' });
    await c.until(({ closed }) => closed.length === 1);
    expect(c.heard.events).toMatchObject([{ data: { text: 'For all' } }]);
  });

  it('closes for an administrator who is none any more', async () => {
    const node = await testNode(db);
    const { key } = await privateRoom(node);
    const [root, admin] = [await node.person('admin'), await node.person('admin')];
    const client = await node.connect(admin);
    expect(await client.join({ incident: key, after: 2 })).toMatchObject({ ok: true });
    const before = performance.now();
    await node.call(root, 'PATCH', `/api/v1/members/${admin.userId}`, { body: { role: 'responder' } });
    await client.until(({ closed }) => closed.length === 1);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('a session or token that ends', () => {
  it('cuts its sockets within two seconds', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const program = await node.program(ana, 'read');
    const key = await node.declare(ana);
    const [web, token] = [await node.connect(ana), await node.connect({ ...ana, headers: program.headers })];
    await Promise.all([web.join({ incident: key, after: 1 }), token.join({ incident: key, after: 1 })]);
    const before = performance.now();
    await db.prisma.session.updateMany({ where: { userId: ana.userId }, data: { revokedAt: new Date() } });
    await db.prisma.apiToken.updateMany({ where: { userId: ana.userId }, data: { revokedAt: new Date() } });
    await Promise.all([web.disconnected, token.disconnected]);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(web.heard.closed).toMatchObject([{ code: 'unauthenticated' }]);
  });

  it('cuts its sockets at once where this process revokes it, and lets it in no more', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const client = await node.connect(ana);
    await db.prisma.session.updateMany({ where: { userId: ana.userId }, data: { revokedAt: new Date() } });
    node.live.accessChanged();
    expect(await client.disconnected).toBe('io server disconnect');
    await expect(node.connect(ana)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
  });

  it('joins nothing in the second before it is cut', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    const key = await node.declare(ana);
    const client = await node.connect(ana);
    await db.prisma.session.updateMany({ where: { userId: ana.userId }, data: { revokedAt: new Date() } });
    expect(await client.join({ incident: key, after: 0 })).toMatchObject({ ok: false, code: 'unauthenticated' });
  });

  it('is not made up for by a cookie beside a bad token', async () => {
    const node = await testNode(db);
    const ana = await node.person('responder');
    await expect(node.connect(ana, { auth: { token: `wr_${uuidv7()}` } })).rejects.toMatchObject({
      data: { code: 'unauthenticated' },
    });
  });
});

it('a practice room that is removed closes for everybody in it, within two seconds', async () => {
  const node = await testNode(db);
  const [ana, bo] = [await node.person('responder'), await node.person('responder')];
  const key = await node.declare(ana, { title: 'An exercise', isPractice: true });
  const [a, b] = [await node.connect(ana), await node.connect(bo)];
  await Promise.all([a.join({ incident: key, after: 1 }), b.join({ incident: key, after: 1 })]);
  const before = performance.now();
  const removal = await node.call(ana, 'DELETE', `/api/v1/practice/${key}`);
  expect(removal.status).toBe(204);
  await Promise.all([a, b].map((client) => client.until(({ closed }) => closed.length === 1)));
  expect(performance.now() - before).toBeLessThan(2000);
  expect(b.heard.closed).toMatchObject([{ code: 'not_found' }]);
  expect(await b.join({ incident: key, after: 0 })).toMatchObject({ ok: false, code: 'not_found' });
});
