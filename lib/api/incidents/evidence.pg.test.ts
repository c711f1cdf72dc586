import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/contracts/problem';
import type { CommandAnswer, RoomSnapshot } from '@/lib/contracts/room';
import { testApi } from '../testing/test-api';
import { written } from '../testing/written';

const t = await testApi();
const ana = await t.person('responder', 'Ana');

const MB = 1024 * 1024;
const LARGEST = 10 * MB;

type Lines = { from: number; total: number; lines: string[]; clipped: { line: number; length: number }[] };

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function room() {
  const path = `/api/v1/incidents/${await t.declare(ana)}`;
  const attach = <T = CommandAnswer>(raw: BodyInit, query = '', headers: Record<string, string> = {}) =>
    t.call<T>(ana, 'POST', `${path}/evidence${query}`, { raw, headers: { 'content-type': 'text/plain', ...headers } });
  const body = (ref: string, headers: Record<string, string> = {}) =>
    t.call(ana, 'GET', `${path}/evidence/${ref}/body`, { headers });
  const lines = async (ref: string, query: string) =>
    (await t.call<Lines>(ana, 'GET', `${path}/evidence/${ref}/lines?${query}`)).json;
  const read = async () => (await t.call<RoomSnapshot>(ana, 'GET', path)).json;
  return { path, attach, body, lines, read };
}

/** `sizeBytes` of text as it comes off a wire, in chunks; counts how much was taken. */
function wire(sizeBytes: number, chunkBytes = 64 * 1024) {
  const progress = { sentBytes: 0 };
  const line = Buffer.from(`${'0123456789abcdef'.repeat(4).slice(0, 63)}\n`);
  const chunk = Buffer.concat(Array.from({ length: chunkBytes / 64 }, () => line));
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const left = sizeBytes - progress.sentBytes;
      if (left <= 0) return controller.close();
      const next = left < chunk.length ? chunk.subarray(0, left) : chunk;
      progress.sentBytes += next.length;
      controller.enqueue(new Uint8Array(next));
    },
  });
  return { stream, progress };
}

describe('an output sent as it is', () => {
  it('says where it comes from and when it was seen in its query, and needs both ends of the window', async () => {
    const { attach, read } = await room();
    const [from, to] = ['2026-11-23T16:00:00.000Z', '2026-11-23T16:10:00.000Z'];
    const source = { url: 'https://graphs.example/d/1?x=2', query: 'rate(errors[5m])', command: 'promtool query', host: 'mon-1' };
    const { status } = await attach('14 %\n', `?${new URLSearchParams({ ...source, from, to }).toString()}`);
    expect(status).toBe(200);
    expect((await read()).evidence[0]).toMatchObject({ source, window: { from, to } });
    const half = await attach<Problem>('14 %\n', `?from=${from}`);
    expect([half.status, half.json.detail]).toEqual([400, 'Give both ends of the window, `from` and `to`, or neither.']);
    expect((await attach('14 %\n', `?from=${to}&to=${from}`)).status).toBe(400);
  });

  it('is attached, named after its first line, and weighed on the hypothesis of the query', async () => {
    const { path, attach, read } = await room();
    await t.call(ana, 'POST', `${path}/hypotheses`, { body: { statement: 'Redis is out of memory' } });
    const { status, json } = await attach(
      '$ redis-cli info memory\nused_memory_human:47.9M\n',
      '?hypothesis=H1&value=%2B2&host=shop-prod-1&note=at%20the%20limit',
    );
    expect(status).toBe(200);
    expect(json.events.map(({ type }) => type)).toEqual(['evidence.added', 'evidence.weighed']);
    const { evidence, bearings } = await read();
    expect(evidence[0]).toMatchObject({
      ref: 'E1',
      kind: 'command',
      source: { command: 'redis-cli info memory', host: 'shop-prod-1' },
    });
    expect(bearings[0]).toMatchObject({ value: 2, note: 'at the limit' });
  });

  it('of exactly 10 MB, streamed, is kept whole', async () => {
    const { attach, body, read } = await room();
    const { status } = await attach(wire(LARGEST).stream, '?title=big&kind=log');
    expect(status).toBe(200);
    const [evidence] = (await read()).evidence;
    expect(evidence).toMatchObject({ sizeBytes: LARGEST, lineCount: LARGEST / 64 });
    const { text } = await body('E1');
    expect(createHash('sha256').update(text).digest('hex')).toBe(evidence?.sha256);
  });

  it('of 10 MB and one byte is refused with 413; nothing is written, and the rest of it is not read', async () => {
    const { attach } = await room();
    const before = await written(t.db.pool);
    const one = wire(LARGEST + 1);
    expect((await attach<Problem>(one.stream)).json).toMatchObject({ status: 413, code: 'too_large' });
    const endless = wire(Number.MAX_SAFE_INTEGER);
    expect((await attach<Problem>(endless.stream)).status).toBe(413);
    expect(endless.progress.sentBytes).toBeLessThan(LARGEST + MB);
    expect(await written(t.db.pool)).toBe(before);
  });

  it('is refused before a byte is read where it is not welcome', async () => {
    const { path } = await room();
    const viewer = await t.person('viewer');
    const before = await written(t.db.pool);
    const endless = wire(Number.MAX_SAFE_INTEGER);
    const sent = { raw: endless.stream, headers: { 'content-type': 'text/plain' } };
    expect((await t.call(viewer, 'POST', `${path}/evidence`, sent)).status).toBe(403);
    expect(endless.progress.sentBytes).toBeLessThan(MB);
    expect(await written(t.db.pool)).toBe(before);
  });

  it('[W1] sent twice under one key is attached once; other bytes under it are refused', async () => {
    const { attach, read } = await room();
    const headers = { 'idempotency-key': uuidv7() };
    const first = await attach('the same output', '', headers);
    expect((await attach('the same output', '', headers)).json).toEqual(first.json);
    expect((await attach('another output', '', headers)).status).toBe(422);
    expect((await read()).evidence).toHaveLength(1);
  });

  it.each<[string, string, BodyInit, string, number]>([
    ['bytes that are not UTF-8', 'text/plain', new Uint8Array([0x61, 0xff, 0xfe, 0x62]), '', 400],
    ['a null byte', 'text/plain', 'a\0b', '', 400],
    ['something called an image that is none', 'image/png', '<svg onload=alert(1)>', '', 415],
    ['an unknown field in the query', 'text/plain', 'x', '?seq=9', 400],
    ['a bearing out of range', 'text/plain', 'x', '?hypothesis=H1&value=3', 400],
    ['a hypothesis that does not exist', 'text/plain', 'x', '?hypothesis=H9', 404],
    ['a bearing on nothing', 'text/plain', 'x', '?value=1', 400],
    ['nothing in it', 'text/plain', '', '?title=empty', 400],
    ['a time in the future', 'text/plain', 'x', '?at=2999-01-01T00:00:00Z', 400],
    ['a kind that there is not', 'text/plain', 'x', '?title=x&kind=nonsense', 400],
  ])('with %s is refused, and nothing is written', async (_what, contentType, raw, query, status) => {
    const { attach } = await room();
    const before = await written(t.db.pool);
    expect((await attach<Problem>(raw, query, { 'content-type': contentType })).json.status).toBe(status);
    expect(await written(t.db.pool)).toBe(before);
  });
});

describe('the body of an evidence', () => {
  it('is served as a file that can do nothing', async () => {
    const { attach, body } = await room();
    await attach('<script>alert(1)</script>');
    const { status, headers, text } = await body('E1');
    expect({ status, text }).toEqual({ status: 200, text: '<script>alert(1)</script>' });
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="E1.txt"');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('an image is recognised by its bytes and comes back as it was', async () => {
    const { path, attach, read } = await room();
    expect((await attach(new Uint8Array(PNG), '?title=graph', { 'content-type': 'text/plain' })).status).toBe(200);
    expect((await read()).evidence[0]).toMatchObject({ kind: 'image', contentType: 'image/png', lineCount: null });
    const response = await t.fetch(`${path}/evidence/E1/body`, { headers: ana.headers });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
  });

  it.each([
    ['bytes=0-4', 206, '01234', 'bytes 0-4/26'],
    ['bytes=20-', 206, 'klmnop', 'bytes 20-25/26'],
    ['bytes=-3', 206, 'nop', 'bytes 23-25/26'],
    ['bytes=10-999', 206, 'abcdefghijklmnop', 'bytes 10-25/26'],
    ['bytes=-999', 206, '0123456789abcdefghijklmnop', 'bytes 0-25/26'],
    ['bytes=26-', 416, '', 'bytes */26'],
    ['bytes=5-2', 200, '0123456789abcdefghijklmnop', null],
    ['bytes=-0', 416, '', 'bytes */26'],
    ['bytes=0-1,3-4', 200, '0123456789abcdefghijklmnop', null],
    ['lines=1-2', 200, '0123456789abcdefghijklmnop', null],
  ])('a range %s answers %i', async (range, status, text, contentRange) => {
    const { attach, body } = await room();
    await attach('0123456789abcdefghijklmnop');
    const answer = await body('E1', { range });
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([status, text, contentRange]);
  });

  it('a range across the pieces it is stored in is exact', async () => {
    const { attach, body } = await room();
    const text = Array.from({ length: 60_000 }, (_, n) => `line ${n} ünï`).join('\n');
    await attach(text);
    const bytes = Buffer.from(text);
    const cut = { first: 262_140, last: 786_500 };
    const answer = await body('E1', { range: `bytes=${cut.first}-${cut.last}` });
    expect(answer.status).toBe(206);
    expect(answer.text).toBe(bytes.subarray(cut.first, cut.last + 1).toString());
  });

  it('secrets are masked before anything is stored', async () => {
    const { attach, body, read } = await room();
    // Put together here, so that no scanner takes this file for a leak.
    const secrets = [
      `AKIA${'IOSFODNN7EXAMPLE'}`,
      `ghp_${'a1B2'.repeat(9)}`,
      'correct-horse-battery',
      `xoxb-${'1234567890-'.repeat(3)}abcdef`,
    ];
    const text = `aws_access_key_id=${secrets[0]}\ntoken ${secrets[1]}\nDATABASE_URL=postgresql://shop:${secrets[2]}@db/shop\n${secrets[3]}\nall is well\n`;
    await attach(text);
    const stored = (await body('E1')).text;
    expect(stored).toContain('all is well');
    expect((await read()).evidence[0]?.maskedCount).toBeGreaterThanOrEqual(secrets.length);
    const { rows } = await t.db.pool.query<{ all: string }>(
      `SELECT concat((SELECT string_agg(encode(bytes, 'escape'), '') FROM evidence_body_piece),
        (SELECT string_agg(preview, '') FROM evidence_body), (SELECT string_agg(data::text, '') FROM event),
        (SELECT string_agg(title, '') FROM evidence)) AS all`,
    );
    for (const secret of secrets) {
      expect(stored).not.toContain(secret);
      expect(rows[0]?.all).not.toContain(secret);
    }
  });

  it('is gone once it is redacted', async () => {
    const { path, attach, body } = await room();
    await attach('the customer list');
    await t.call(ana, 'POST', `${path}/evidence/E1/redact`, { body: { because: 'names of customers' } });
    expect((await body('E1')).status).toBe(404);
    expect((await t.call(ana, 'GET', `${path}/evidence/E1/lines`)).status).toBe(404);
    const { rows } = await t.db.pool.query(
      `SELECT 1 FROM evidence_body_piece WHERE position('the customer list' IN encode(bytes, 'escape')) > 0`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the lines of an evidence', () => {
  it('come from 1, both ends included, with how many there are', async () => {
    const { attach, lines } = await room();
    await attach('one\r\ntwo\nthree\n');
    expect(await lines('E1', 'from=2&to=3')).toEqual({ from: 2, total: 3, lines: ['two', 'three'], clipped: [] });
    expect(await lines('E1', 'from=1&to=1')).toMatchObject({ lines: ['one'] });
    expect(await lines('E1', 'from=3&to=99')).toMatchObject({ lines: ['three'] });
    expect(await lines('E1', 'from=4&to=9')).toMatchObject({ total: 3, lines: [] });
  });

  it('of 200,000 come from anywhere, and never more than 2,000 at once', async () => {
    const { attach, lines } = await room();
    const text = Array.from({ length: 200_000 }, (_, n) => `${n + 1} GET /api/orders 500`).join('\n');
    expect((await attach(text)).status).toBe(200);
    for (const from of [1, 8_191, 99_999, 123_456, 199_998]) {
      const answer = await lines('E1', `from=${from}&to=${from + 2}`);
      expect(answer).toMatchObject({ total: 200_000, from });
      expect(answer.lines).toEqual([0, 1, 2].map((n) => `${from + n} GET /api/orders 500`));
    }
    expect((await lines('E1', 'from=1&to=200000')).lines).toHaveLength(2000);
  });

  it('a line of a million characters comes cut, with its length, and its neighbours whole', async () => {
    const { attach, lines, body } = await room();
    const long = 'x'.repeat(1_000_000);
    expect((await attach(`before\n${long}\nafter`)).status).toBe(200);
    const answer = await lines('E1', 'from=1&to=3');
    expect(answer.total).toBe(3);
    expect(answer.lines.map((line) => line.length)).toEqual([6, 10_000, 5]);
    expect(answer.clipped).toEqual([{ line: 2, length: 1_000_000 }]);
    expect((await lines('E1', 'from=3&to=3')).lines).toEqual(['after']);
    expect((await body('E1')).text).toBe(`before\n${long}\nafter`);
  });

  it.each(['from=0', 'from=-1', 'from=x', 'from=2&to=1', 'to=0', 'from=1.5', 'from=99999999999', 'lines=3'])(
    '%s makes no sense',
    async (query) => {
      const { path, attach } = await room();
      await attach('one\ntwo');
      expect((await t.call<Problem>(ana, 'GET', `${path}/evidence/E1/lines?${query}`)).json.code).toBe('invalid');
    },
  );

  it('an image has none', async () => {
    const { path, attach } = await room();
    await attach(new Uint8Array(PNG), '', { 'content-type': 'image/png' });
    expect((await t.call<Problem>(ana, 'GET', `${path}/evidence/E1/lines`)).json.code).toBe('invalid');
  });
});

describe('what travels in the room', () => {
  it('never holds a body: neither the room nor its events', async () => {
    const { path, attach } = await room();
    const needle = 'a sentence far below the preview';
    await attach(`${'some line of an output\n'.repeat(200)}${needle}\n`);
    for (const below of ['', '/events', '/log.json']) {
      expect((await t.call(ana, 'GET', path + below)).text).not.toContain(needle);
    }
    const { rows } = await t.db.pool.query(`SELECT 1 FROM event WHERE data::text LIKE '%' || $1 || '%'`, [needle]);
    expect(rows).toEqual([]);
  });
});
