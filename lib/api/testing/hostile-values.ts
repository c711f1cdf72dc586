import type { Chance } from './chance';

const TEXTS = [
  ...['', ' ', '\n', '\0', 'a\0b', '\ud800', 'x\udc00', '\u202e', '\ufeff', '\u2028', '🙂'.repeat(300), 'é'.normalize('NFD')],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$where',
    '{{7*7}}',
    '${7*7}',
    '%s%n%x',
    '../../etc/passwd',
    '%00',
  ],
  ...[
    "'; DROP TABLE event; --",
    '" OR 1=1 --',
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '=cmd|calc',
    '\u001b[31m',
    '\r\nSet-Cookie: a=b',
  ],
  ...['H0', 'H1 ', 'h1', 'H-1', 'H01', 'H99999999999', 'E1', 'INC-0', 'INC-1', '#1', '1e3', '-1', '0', '999999999'],
  ...[
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T10:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T16:05:00+99:99',
    '2026-11-23',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF',
    'wr_',
    'SEV0',
    'closed',
    'admin',
    'x'.repeat(9_999),
    'x'.repeat(10_001),
  ],
  ...[
    'x'.repeat(260_000),
    '\n'.repeat(5_000),
    '[31m'.repeat(5_000),
    'a'.repeat(50_000) + '!',
    `eyJ${'a'.repeat(30_000)}`,
    'password='.repeat(5_000),
  ],
];

const NUMBERS = [0, -0, -1, 1, 2, 3, 0.5, 1e21, -1e308, 1.8e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324];

const nested = (depth: number, leaf: unknown): unknown =>
  depth === 0 ? leaf : depth % 2 ? [nested(depth - 1, leaf)] : { a: nested(depth - 1, leaf) };

/** Something that no field expects. */
export function hostileValue(luck: Chance): unknown {
  const kinds: (() => unknown)[] = [
    () => luck.one(TEXTS),
    () => luck.one(TEXTS),
    () => luck.one(NUMBERS),
    () => luck.one([null, true, false, [], {}, [[]], [null], [{}]]),
    () => nested(luck.below(60), luck.one(TEXTS)),
    () => Array.from({ length: luck.below(600) }, () => luck.one<unknown>([null, 1, 'x', {}])),
    () => JSON.parse(`{"${luck.one(['__proto__', 'constructor', 'prototype'])}": {"role": "admin", "isAdmin": true}}`),
    () => ({ toString: 'x', valueOf: 1, toJSON: 'x', length: 1e9, then: 'x' }),
    () => Object.fromEntries(Array.from({ length: luck.below(300) }, (_, n) => [`k${n}`, n])),
  ];
  return luck.one(kinds)();
}

const EXTRA = [
  '__proto__',
  'constructor',
  'prototype',
  'id',
  'seq',
  'role',
  'isPrivate',
  'actor',
  'userId',
  'at',
  'was',
  'hash',
  'key',
  'input',
  'name',
  '',
];

/** A good input with one or more of its parts turned into something else. */
export function spoiled(luck: Chance, good: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = { ...good };
  const names = Object.keys(body);
  for (let times = 1 + luck.below(2); times > 0; times -= 1) {
    const act = luck.below(4);
    const name = names.length > 0 && act < 2 ? luck.one(names) : luck.one(EXTRA);
    if (act === 3 && names.length > 0) delete body[luck.one(names)];
    else Object.defineProperty(body, name, { value: hostileValue(luck), enumerable: true, configurable: true, writable: true });
  }
  return body;
}

const RAW = [
  ...[
    '',
    ' ',
    'null',
    'true',
    '[]',
    '"text"',
    '0',
    '{',
    '}',
    '{"text":',
    '{"text":"a",}',
    "{'text':'a'}",
    '{"text":undefined}',
    '{"text":NaN}',
  ],
  ...[
    '{"text":1e99999}',
    '{"text":-}',
    '{"text":0123}',
    '/**/{}',
    '\ufeff{}',
    '{"text":"a","text":{}}',
    '{"text":"\\ud800"}',
    '{"text":"\\u0000"}',
    '{"a":"\\x41"}',
  ],
  ...[
    `{"a":${'9'.repeat(20_000)}}`,
    '['.repeat(50_000),
    `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`,
    `{${'"a":1,'.repeat(20_000)}"b":2}`,
  ],
];

/** A body as bytes: a spoiled one, cut, flipped, or never JSON at all. */
export function hostileBody(luck: Chance, good: Record<string, unknown>): Buffer {
  const kind = luck.below(10);
  if (kind < 6) return Buffer.from(JSON.stringify(spoiled(luck, good)));
  if (kind === 6) return Buffer.from(luck.one(RAW));
  if (kind === 7) return luck.bytes(luck.below(400));
  const bytes = Buffer.from(JSON.stringify(good));
  if (kind === 8) return bytes.subarray(0, luck.below(bytes.length + 1));
  const flipped = Buffer.from(bytes);
  if (flipped.length > 0) flipped[luck.below(flipped.length)] = luck.below(256);
  return flipped;
}

export const CONTENT_TYPES = [
  ...[
    'application/json',
    'application/json',
    'application/json',
    'application/json',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
  ],
  ...[
    'text/plain',
    'text/plain; charset=latin1',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'image/png',
    'image/svg+xml',
  ],
  ...['application/octet-stream', 'text/html', 'application/json, text/plain', '', 'x', '/', `a/${'b'.repeat(500)}`],
];

export const KEYS = ['', 'x', '0', '00000000-0000-0000-0000-000000000000', 'null', '../x', 'x'.repeat(3000)];

export const hostileText = (luck: Chance): string => luck.one(TEXTS);
