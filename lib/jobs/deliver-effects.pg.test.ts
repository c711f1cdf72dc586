import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { createGuardedFetch } from '@/lib/connectors/guarded-fetch';
import { testServices, type TestServices } from '@/lib/services/testing/test-services';
import { sweepEffects } from './claim-effect';
import { deliverNext, type EffectsDeps } from './deliver-effects';
import { createWebhookWorker } from './webhook-worker';

const SECRET = 'a webhook secret';
const HOUR_MS = 3_600_000;

type Received = { headers: IncomingHttpHeaders; body: string };

let t: TestServices;
let receiver: Server;
let received: Received[];
/** What the receiver answers, in turn; 200 when none is left. */
let answers: number[];
let aheadMs: number;
let givenUp: unknown[];
let deps: EffectsDeps;

beforeEach(async () => {
  t = await testServices({ hasWebhook: true });
  [received, answers, aheadMs, givenUp] = [[], [], 0, []];
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      const status = answers.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  deps = {
    pool: t.db.pool,
    secret: SECRET,
    fetch: createGuardedFetch({ allowed: allowedTargets('127.0.0.1') }),
    onGivenUp: (details) => givenUp.push(details),
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    clock: () => new Date(Date.now() + aheadMs),
  };
});
afterEach(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await t.close();
});

const ids = () => received.map(({ headers }) => headers['webhook-id']);
const rows = () => t.db.prisma.effect.findMany({ where: { kind: 'webhook' }, orderBy: { id: 'asc' } });

describe('[W6] an outgoing webhook', () => {
  it('is written with the event and sent, signed, by whoever starts next', async () => {
    const ana = await t.person('responder', 'Ana');
    await t.declare(ana, { title: 'Orders answer 500' });
    // The process that took the command ends here, before anything was sent.
    const [row] = await rows();
    expect(row).toMatchObject({ kind: 'webhook', doneAt: null, attempts: 0 });

    const worker = createWebhookWorker({ ...deps, onError: (error) => givenUp.push(error) });
    worker.start();
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await worker.stop();

    const [{ headers, body }] = received as [Received];
    const payload = JSON.parse(body);
    expect(payload).toMatchObject({ type: 'incident.declared', data: { incident: { title: 'Orders answer 500' }, by: 'Ana' } });
    expect(headers['webhook-id']).toBe(payload.id);
    const signed = `${payload.id}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`);
    expect((await rows())[0]?.doneAt).not.toBeNull();
    expect(await deliverNext(deps)).toBe(false);
    expect(givenUp).toEqual([]);
  });

  it('that failed twice arrives once, under the same id, later and later', async () => {
    await t.declare(await t.person('responder'));
    answers = [500, 302];
    for (const waitMs of [5_000, 10_000]) {
      expect(await deliverNext(deps)).toBe(true);
      aheadMs += waitMs - 1_000;
      expect(await deliverNext(deps)).toBe(false);
      aheadMs += 1_500;
    }
    expect(await deliverNext(deps)).toBe(true);
    aheadMs += HOUR_MS;
    expect(await deliverNext(deps)).toBe(false);
    expect(received).toHaveLength(3);
    expect(new Set(ids()).size).toBe(1);
    expect((await rows())[0]).toMatchObject({ attempts: 3, failedAt: null });
  });

  it('is given up after a day, and said so', async () => {
    await t.declare(await t.person('responder'));
    answers = Array(100).fill(503);
    for (let hour = 0; hour < 30; hour += 1) {
      await deliverNext(deps);
      aheadMs += HOUR_MS + 1_000;
    }
    const [row] = await rows();
    expect(row?.failedAt).not.toBeNull();
    expect(row?.doneAt).toBeNull();
    expect(givenUp).toMatchObject([{ type: 'incident.declared', reason: 'the receiver answered 503' }]);
    expect(received.length).toBeLessThan(30);
  });

  it('is sent by one of two who are at it at once, and by the other when the first died with it', async () => {
    await t.declare(await t.person('responder'));
    await Promise.all([deliverNext(deps), deliverNext(deps), deliverNext(deps)]);
    expect(received).toHaveLength(1);
    // Taken, and never settled: what a process leaves behind that is killed while it sends.
    await t.db.pool.query('UPDATE effect SET done_at = NULL');
    expect(await deliverNext(deps)).toBe(false);
    aheadMs += 15_000;
    expect(await deliverNext(deps)).toBe(true);
    expect(ids()[0]).toBe(ids()[1]);
  });

  it('that somebody else is taking just now is left to them', async () => {
    await t.declare(await t.person('responder'));
    const client = await t.db.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM effect FOR UPDATE');
    expect(await deliverNext(deps)).toBe(false);
    await client.query('ROLLBACK');
    client.release();
    expect(await deliverNext(deps)).toBe(true);
  });

  it('is sent to nobody when the incident was hidden meanwhile', async () => {
    const ana = await t.person('responder');
    const incident = await t.declare(ana);
    const hide = { id: uuidv7(), name: 'incident.restrict', input: { isPrivate: true } };
    await t.services.incidents.execute(ana, { incident, ...hide });
    expect(await deliverNext(deps)).toBe(true);
    expect(await deliverNext(deps)).toBe(false);
    expect(received).toEqual([]);
  });

  it('goes a week after it was done', async () => {
    await t.declare(await t.person('responder'));
    await deliverNext(deps);
    await sweepEffects(deps);
    expect(await rows()).toHaveLength(1);
    aheadMs = 8 * 24 * HOUR_MS;
    await sweepEffects(deps);
    expect(await rows()).toHaveLength(0);
  });
});
