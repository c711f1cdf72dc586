import { Agent, request } from 'node:http';
import { uuidv7 } from 'uuidv7';
import type { Declaration } from '../route';
import { makeRoom, type Room } from './access-actors';
import { ATTEMPTS } from './access-attempts';
import { nameOf } from './access-matrix';
import { ORIGIN, type ApiOver } from './api-over';
import { chance, type Chance } from './chance';
import type { Door } from './door-over';
import { exchange, JOINED, rawRequest, rawSocket } from './hostile-frames';
import { CONTENT_TYPES, hostileBody, hostileText, KEYS } from './hostile-values';
import { written } from './written';

export type HostileReport = {
  sent: number;
  accepted: number;
  refused: number;
  /** Frames said by sockets that had been let in and had joined a room. */
  framesHeard: number;
  /** Answers of 500 and above, with what was sent. */
  broken: string[];
  /** What was written by something that was refused. */
  leaked: string[];
  /** Whether the door still lets people in at the end. */
  isAlive: boolean;
};

type Sending = { method: string; path: string; headers: Record<string, string>; body: Buffer | null };

const PLACES: Record<string, string> = { hypothesis: 'H1', evidence: 'E1', task: 'T1', entry: '2' };
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

function send(port: number, { method, path, headers, body }: Sending): Promise<number> {
  return new Promise((resolve) => {
    const length: Record<string, string> = body ? { 'content-length': String(body.length) } : {};
    const sent = request({ port, host: '127.0.0.1', agent, method, path, headers: { ...headers, ...length } }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(response.statusCode ?? 0));
    });
    // Cut off while sending too much: refused, and told so to those who listen.
    sent.on('error', () => resolve(413));
    sent.end(body ?? undefined);
  });
}

function placed(luck: Chance, { path }: Declaration, room: Room): string {
  const part = (name: string) => (name === 'incident' ? room.key : (PLACES[name] ?? uuidv7()));
  return path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(luck.is(0.9) ? part(name) : hostileText(luck).toWellFormed().slice(0, 2_000)),
  );
}

/** A request to a declared route by somebody who is let in, wrong in at least one of its parts. */
function hostileRequest(luck: Chance, declared: readonly Declaration[], room: Room): Sending {
  const declaration = luck.one(declared);
  const path = placed(luck, declaration, room);
  const method = luck.is(0.95)
    ? declaration.method.toUpperCase()
    : luck.one(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND']);
  if (method === 'GET' || method === 'HEAD') {
    const query = `${encodeURIComponent(luck.one(['after', 'limit', 'from', 'to', 'cursor', 'q', 'offset', '__proto__']))}=`;
    const range: Record<string, string> = luck.is(0.2)
      ? { range: luck.one(['bytes=-', 'bytes=9-1', 'bytes=0-99999999999999', 'x', 'bytes=-0', 'bytes=1-2,3-4']) }
      : {};
    return {
      method,
      path: `${path}?${query}${encodeURIComponent(hostileText(luck).toWellFormed().slice(0, 3_000))}`,
      headers: { ...room.actor.headers, ...range },
      body: null,
    };
  }
  const attempt = ATTEMPTS.find(({ route }) => route === nameOf(declaration));
  const good = attempt?.send?.(room, PLACES)?.body;
  const key: Record<string, string> = luck.is(0.1) ? { 'idempotency-key': luck.one(KEYS) } : {};
  const headers = { ...room.actor.headers, 'content-type': luck.one(CONTENT_TYPES), ...key };
  return { method, path, headers, body: hostileBody(luck, (good ?? { text: 'x' }) as Record<string, unknown>) };
}

async function furnished(api: ApiOver): Promise<Room> {
  const room = await makeRoom(api, 'commander', 'public');
  for (const [name, input] of [
    ['log.write', { text: 'a note' }],
    ['hypothesis.propose', { statement: 'Redis is out of memory' }],
    ['evidence.add', { text: 'used_memory 48 MB' }],
    ['task.add', { text: 'Look at dmesg' }],
  ] as const) {
    await api.take(room.commander, room.key, name, input);
  }
  return room;
}

const shown = ({ method, path, headers, body }: Sending) =>
  `${method} ${path.slice(0, 200)} ${headers['content-type'] ?? ''} ${body?.toString('latin1').slice(0, 300) ?? ''}`;

const ROUND = 250;

/**
 * Sends `count` hostile things at every entry: declared routes, raw requests, raw socket frames. Refused is refused: no
 * answer of 500 or above, nothing written, and the door still stands.
 */
export async function runHostile(
  api: ApiOver,
  door: Door,
  { count, seed }: { count: number; seed: number },
): Promise<HostileReport> {
  const luck = chance(seed);
  const report: HostileReport = { sent: 0, accepted: 0, refused: 0, framesHeard: 0, broken: [], leaked: [], isAlive: false };
  let room = await furnished(api);
  let before = await written(api.db.pool);

  async function judge(status: number, what: string): Promise<void> {
    report.sent += 1;
    if (status >= 500) report.broken.push(`${status} ${what}`);
    const isAccepted = status >= 200 && status < 400;
    report[isAccepted ? 'accepted' : 'refused'] += 1;
    const after = await written(api.db.pool);
    if (!isAccepted && after !== before) report.leaked.push(`${status} ${what}`);
    before = after;
  }

  async function sendRaw(): Promise<void> {
    const bytes = rawRequest(luck);
    const heard = await exchange(door.port, [{ bytes: Buffer.from(bytes, 'latin1') }]);
    await judge(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 400), bytes.slice(0, 300));
  }

  async function sendFrames(): Promise<void> {
    const frames = 1 + luck.below(12);
    const cookie = room.actor.headers.cookie ?? '';
    const heard = await exchange(door.port, rawSocket(luck, { origin: ORIGIN, cookie, incident: room.key }, frames));
    if (heard.includes(JOINED)) report.framesHeard += frames;
    report.sent += frames - 1;
    report.refused += frames - 1;
    await judge(400, `${frames} frames`);
  }

  while (report.sent < count) {
    if (report.sent % ROUND > (report.sent + 1) % ROUND) {
      room = await furnished(api);
      before = await written(api.db.pool);
    }
    const kind = luck.next();
    if (kind < 0.05) await sendFrames();
    else if (kind < 0.2) await sendRaw();
    else {
      const sending = hostileRequest(luck, api.api.declared, room);
      const status = await send(door.port, sending);
      await judge(status, shown(sending));
      // Signed out by its own request: somebody else goes on.
      if (status === 401) {
        room = await furnished(api);
        before = await written(api.db.pool);
      }
    }
  }
  report.isAlive =
    (await send(door.port, { method: 'GET', path: '/api/v1/me', headers: (await furnished(api)).actor.headers, body: null })) ===
    200;
  return report;
}
