import { connect } from 'node:net';
import type { Chance } from './chance';
import { hostileText, hostileValue } from './hostile-values';

type Saying = { bytes: Buffer; /** What has to come back before the next is said. */ until?: RegExp };

/** Says one thing after another to the port, hangs up, and answers with what came back until the other side hung up too. */
export function exchange(port: number, sayings: readonly Saying[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    let said = 0;
    const socket = connect(port, '127.0.0.1');
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    const goOn = () => {
      while (said < sayings.length && (said === 0 || sayings[said - 1]?.until?.test(heard) !== false)) {
        socket.write(sayings[said]?.bytes ?? '');
        said += 1;
      }
      if (said === sayings.length && sayings.at(-1)?.until?.test(heard) !== false && !socket.writableEnded) socket.end();
    };
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      goOn();
    });
    // Whoever is cut off in the middle has been answered.
    socket.on('error', done);
    socket.on('close', done);
    socket.on('connect', goOn);
  });
}

const PATHS = [
  ...[
    '/',
    '//',
    '//evil.example/',
    '/\\evil.example',
    'http://evil.example/',
    '*',
    '/%00',
    '/%',
    '/%ff%fe',
    '/api/v1/../../etc/passwd',
    '/api//v1/incidents',
  ],
  ...[
    '/api/v1/incidents/%2e%2e%2f',
    '/api/v1/incidents/INC-1%00',
    '/api/v1/incidents/..;/',
    '/_next/../../',
    '/_next/hmr',
    '/socket.io/../api/v1/me',
    `/${'a'.repeat(20_000)}`,
  ],
  ...[
    '/api/v1/incidents?limit=1&limit=2',
    '/api/v1/incidents?cursor=%ff',
    '/api/v1/incidents?q=%00',
    '/api/v1/incidents?__proto__[a]=1',
    '/api/v1/incidents/INC-1/events?after=1e3',
    '/ü',
    '/a b',
  ],
  ...[
    '/socket.io/?EIO=4&transport=polling&sid=__proto__',
    '/socket.io/?EIO=3&transport=websocket',
    '/socket.io/?EIO=4&transport=webtransport',
    '/socket.io/?EIO=4&transport=__proto__',
    '/api/auth/__proto__',
    '/api/auth/%2e',
  ],
];
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'FOO',
  '',
  'G E T',
  'POST\0',
];
const HEADERS = [
  ...[
    'Content-Length: -1',
    'Content-Length: 99999999999999',
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked\r\nContent-Length: 3',
    'Transfer-Encoding: xchunked',
  ],
  ...[
    'Host: ',
    'Host: a\r\nHost: b',
    'Expect: 100-continue',
    'Expect: x',
    'Upgrade: h2c\r\nConnection: Upgrade',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Cookie: warroom-session=%',
    `Cookie: ${'a=b; '.repeat(2_000)}`,
  ],
  ...[
    'Authorization: Bearer',
    'Authorization: Bearer wr_\xff',
    'Authorization: Basic YTpi',
    'Range: bytes=0-,5-',
    'Origin: http://[',
    'X-Forwarded-For: ::::',
    'a',
    ': b',
    'X-\0: b',
    `X: ${'y'.repeat(17_000)}`,
  ],
];

/** A request that no client library would send. */
export function rawRequest(luck: Chance): string {
  const version = luck.one(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', 'HTTP/2', '']);
  const lines = [`${luck.one(METHODS)} ${luck.one(PATHS)} ${version}`, 'Host: 127.0.0.1', luck.one(HEADERS), 'Connection: close'];
  return `${lines.join(luck.one(['\r\n', '\r\n', '\n']))}\r\n\r\n${luck.is(0.3) ? '5\r\nhello\r\n0\r\n\r\n' : ''}`;
}

type Frame = { opcode?: number; isMasked?: boolean; first?: number; length?: number };

/** One websocket frame from a client; every part of it may be wrong. */
function frame(
  payload: Buffer,
  { opcode = 1, isMasked = true, first = 0x80 | opcode, length = payload.length }: Frame = {},
): Buffer {
  const mask = Buffer.from([1, 2, 3, 4]);
  const bit = isMasked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, bit | length])
      : length < 65_536
        ? Buffer.from([first, bit | 126, length >> 8, length & 255])
        : Buffer.concat([
            Buffer.from([first, bit | 127, 0, 0]),
            Buffer.from(new BigUint64Array([BigInt(length)]).buffer)
              .reverse()
              .subarray(2),
          ]);
  const masked = isMasked ? Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))) : payload;
  return Buffer.concat(isMasked ? [head, mask, masked] : [head, masked]);
}

const EVENTS = [
  'room:join',
  'room:leave',
  'presence:update',
  'draft:open',
  'draft:change',
  'draft:leave',
  'disconnect',
  'connect',
  'error',
  'newListener',
  '__proto__',
  'constructor',
  '',
  'message',
];

/** A packet of socket.io, mostly well-formed around something that is not. */
function packet(luck: Chance): Buffer {
  const about = () => {
    const value = hostileValue(luck);
    const isObject = luck.is(0.6);
    return isObject
      ? { incident: luck.is(0.5) ? 'INC-1' : value, after: luck.is(0.5) ? 0 : value, focus: value, typing: hostileText(luck) }
      : value;
  };
  const said = JSON.stringify([luck.one<unknown>([...EVENTS, 1, null, {}]), about(), about()]);
  const prefix = luck.one([
    '42',
    '421',
    '42/x,',
    '451-',
    '452-[',
    '43',
    '40',
    '41',
    '44',
    '4',
    '2',
    '3',
    '5',
    '6',
    '9',
    '',
    '42[',
    '4299999999999999999999',
    '45-1-',
    '460-',
    '4{',
  ]);
  const text = luck.is(0.7) ? `${luck.one(['42', '421', '429'])}${said}` : `${prefix}${luck.is(0.5) ? said : hostileText(luck)}`;
  return Buffer.from(text.length > 300_000 ? text.slice(0, 300_000) : text);
}

function hostileFrame(luck: Chance): Buffer {
  const kind = luck.below(10);
  if (kind < 6) return frame(packet(luck));
  if (kind === 6) return frame(luck.bytes(luck.below(200)), { opcode: luck.one([0, 1, 2, 3, 8, 9, 10, 15]) });
  if (kind === 7)
    return frame(
      packet(luck),
      luck.one<Frame>([
        { isMasked: false },
        { first: 0xf1 },
        { length: 2 ** 40 },
        { length: 0 },
        { first: 0x01 },
        { first: 0x89 },
      ]),
    );
  if (kind === 8) return luck.bytes(luck.below(300));
  return frame(Buffer.alloc(luck.one([130_000, 140_000]), 'x'));
}

type Joining = { origin: string; cookie: string; incident: string };

const hello = (origin: string, cookie: string) =>
  [
    ...['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==', `Origin: ${origin}`, `Cookie: ${cookie}`],
    ...['', ''],
  ].join('\r\n');

/** What a socket hears once it has joined the room. */
export const JOINED = '431[{"ok":true';

/** A socket that is let in and joins a room, and then says `frames` hostile things. */
export function rawSocket(luck: Chance, { origin, cookie, incident }: Joining, frames: number): Saying[] {
  const joining = frame(Buffer.from(`421["room:join",{"incident":"${incident}","after":0}]`));
  return [
    { bytes: Buffer.from(hello(origin, cookie)), until: /"sid"|HTTP\/1\.1 [345]/ },
    { bytes: frame(Buffer.from('40')), until: /40\{|44\{/ },
    { bytes: joining, until: /431\[|44\{/ },
    { bytes: Buffer.concat(Array.from({ length: frames }, () => hostileFrame(luck))) },
  ];
}
