import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { enqueueDeliveries } from '@/lib/services/delivery/enqueue-deliveries';
import { testServices, type TestServices } from '@/lib/services/testing/test-services';
import { sendDue } from '../send-deliveries';
import { createPushSender, type PushRequest } from './push';
import { pushKeysOf } from './push-keys';

const keys = pushKeysOf(randomBytes(32).toString('hex'));
const message = { title: 'INC-7 Orders answer 500', text: 'Ana mentioned you', url: '/incidents/INC-7#e4', tag: 'mentioned:1' };

type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

let t: TestServices;
let bo: Caller;
let service: Server;
let received: Received[];
let answer: number;
let aheadMs: number;
const curve = createECDH('prime256v1');
curve.generateKeys();
const auth = randomBytes(16);

beforeEach(async () => {
  [received, answer, aheadMs] = [[], 201, 0];
  t = await testServices();
  bo = await t.person('responder', 'Bo');
  service = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await new Promise((resolve) => service.close(resolve));
  await t.close();
});

/** A browser of Bo, whose push service is the one on loopback. */
async function browser(): Promise<string> {
  const id = uuidv7();
  const browserKeys = { p256dh: curve.getPublicKey('base64url'), auth: auth.toString('base64url') };
  const data = { id, userId: bo.actor.userId, endpoint: `https://push.example/${id}`, ...browserKeys, userAgent: 'tests' };
  await t.db.prisma.pushSubscription.create({ data });
  return id;
}

async function queue(subscriptionId: string, incidentId: string | null = null): Promise<void> {
  const target = { targetKind: 'user', targetId: bo.actor.userId, incidentId } as const;
  const delivery = { channel: 'push', dedupKey: uuidv7(), ...target, payload: { subscriptionId, ...message } } as const;
  await enqueueDeliveries(t.db.pool, [delivery], new Date());
}

function send(): Promise<number> {
  const { port } = service.address() as AddressInfo;
  const request: PushRequest = (url, sent) =>
    fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, { ...sent, redirect: 'manual' });
  const push = createPushSender({ pool: t.db.pool, keys, subject: 'https://warroom.example', request });
  return sendDue({ pool: t.db.pool, clock: () => new Date(Date.now() + aheadMs), senders: { push } }, 10);
}

const delivered = async () => (await t.db.prisma.delivery.findMany())[0];
const browsers = () => t.db.prisma.pushSubscription.findMany();

/** What the browser reads (RFC 8291, aes128gcm). */
function decrypted(body: Buffer): unknown {
  const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 21 + body[20]!), body.subarray(21 + body[20]!)];
  const derive = (ikm: Buffer, from: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', ikm, from, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender]);
  const ikm = derive(curve.computeSecret(sender), auth, info, 32);
  const key = derive(ikm, salt, 'Content-Encoding: aes128gcm\0', 16);
  const decipher = createDecipheriv('aes-128-gcm', key, derive(ikm, salt, 'Content-Encoding: nonce\0', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString('utf8'));
}

it('goes to the push service encrypted for the browser and signed with our key', async () => {
  const id = await browser();
  await queue(id);
  expect(await send()).toBe(1);
  const [{ path, headers, body }] = received as [Received];
  expect(path).toBe(`/${id}`);
  expect(body.toString('latin1')).not.toContain('Ana');
  expect(decrypted(body)).toEqual(message);
  expect(headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm' });
  expect(headers['topic']).toMatch(/^[\w-]{32}$/);

  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  expect(key).toBe(keys.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: 'https://push.example',
    sub: 'https://warroom.example',
  });
  const point = Buffer.from(keys.publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const ours = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = { key: ours, dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(await delivered()).toMatchObject({ lastStatus: '201', failedAt: null });
  expect((await delivered())?.doneAt).not.toBeNull();
});

it.each([404, 410])('removes a browser that ended its subscription (%s)', async (status) => {
  await queue(await browser());
  answer = status;
  await send();
  expect(await browsers()).toEqual([]);
  expect((await delivered())?.failedAt).not.toBeNull();
});

it.each([429, 500, 503])('tries again later where the service is full or has a fault (%s)', async (status) => {
  await queue(await browser());
  answer = status;
  await send();
  expect(await delivered()).toMatchObject({ doneAt: null, failedAt: null, lastStatus: String(status) });
  expect(await send()).toBe(0);
  [answer, aheadMs] = [201, 10_000];
  expect(await send()).toBe(1);
  expect((await delivered())?.doneAt).not.toBeNull();
  expect(await browsers()).toHaveLength(1);
});

it.each([
  [413, 'too large', 1],
  [403, 'Subscribe this browser again', 1],
  [302, 'refuses the message', 1],
])('gives up with a clear word where trying again is no use (%s)', async (status, said, left) => {
  await queue(await browser());
  answer = status;
  await send();
  const given = await delivered();
  expect(given?.lastError).toContain(said);
  expect(given?.failedAt).not.toBeNull();
  expect(received).toHaveLength(1);
  expect(await browsers()).toHaveLength(left);
});

it('tells nothing to an account that was switched off, nor of an incident that was hidden meanwhile', async () => {
  const ana = await t.person('responder', 'Ana');
  const key = await t.declare(ana, { title: 'Keys leaked', isPrivate: true });
  const { incidentId } = await t.services.incidents.find(ana, key);
  const id = await browser();
  await queue(id, incidentId);
  await send();
  await t.db.prisma.user.update({ where: { id: bo.actor.userId }, data: { disabledAt: new Date() } });
  await queue(id);
  await send();
  expect(received).toEqual([]);
  expect(await t.db.prisma.delivery.count({ where: { failedAt: { not: null } } })).toBe(2);
});
