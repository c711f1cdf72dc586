import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '@/lib/contracts/room';
import type { Problem } from '@/lib/contracts/problem';
import { testApi } from '../testing/test-api';
import { written } from '../testing/written';

// An evening on which the log below was written; its times name no day.
const NOW = new Date('2026-11-23T16:30:00.000Z');
const t = await testApi({ clock: () => NOW });
const ana = await t.person('responder', 'Ana');

const BY_HAND = `16:05 - Alert fired: 500 errors spike on /api/orders
16:06 - Checked recent deploys: v2.3.1 deployed at 16:00
16:08 - Error logs show: "connection refused to redis"
16:10 - Redis status: OOM killer triggered at 16:02
16:12 - Root cause: Redis memory limit too low for new caching feature
16:15 - Fix deployed: increased Redis memory, restarted
16:20 - Error rate back to normal, monitoring
`;

type Line = { at: string; text: string; kind: string };

async function room(input?: object) {
  const path = `/api/v1/incidents/${await t.declare(ana, input)}`;
  const importText = <T = CommandAnswer>(raw: string, query = '', headers: Record<string, string> = {}) =>
    t.call<T>(ana, 'POST', `${path}/log${query}`, { raw, headers: { 'content-type': 'text/plain', ...headers } });
  const exported = async (format: string, query = '') => t.call<{ log: Line[] }>(ana, 'GET', `${path}/log.${format}${query}`);
  const notes = async () => (await exported('json')).json.log.filter(({ kind }) => kind === 'note');
  return { path, importText, exported, notes };
}

const clock = ({ at, text }: Line) => `${at.slice(11, 16)} - ${text}`;

describe('a log written by hand, posted as text', () => {
  it('becomes seven entries at the seven times', async () => {
    const { importText, notes } = await room();
    const { status, json } = await importText(BY_HAND);
    expect(status).toBe(200);
    expect(json.events.map(({ type, at }) => [type, at])).toEqual(
      ['16:05', '16:06', '16:08', '16:10', '16:12', '16:15', '16:20'].map((time) => [
        'log.written',
        `2026-11-23T${time}:00.000Z`,
      ]),
    );
    expect((await notes()).map(clock)).toEqual(BY_HAND.trimEnd().split('\n'));
  });

  it('is read in the zone that the query names', async () => {
    const { importText } = await room();
    const { json } = await importText('16:05 - Alert fired', `?offset=${encodeURIComponent('+01:00')}`);
    expect(json.events[0]).toMatchObject({ at: '2026-11-23T15:05:00.000Z' });
  });

  it('[W1] posted twice under one key stands there once', async () => {
    const { importText, notes } = await room();
    const headers = { 'idempotency-key': '01a20a0b-a09a-7bef-8986-f5fa790c9d72' };
    const first = await importText(BY_HAND, '', headers);
    expect((await importText(BY_HAND, '', headers)).json).toEqual(first.json);
    expect(await notes()).toHaveLength(7);
    expect((await importText('16:05 - Another', '', headers)).status).toBe(422);
  });

  it('is taken whole or not at all, and the answer names the line', async () => {
    const { importText, notes } = await room();
    const before = await written(t.db.pool);
    const { status, json } = await importText<Problem>('16:05 - fine\n25:99 - no such time\n');
    expect(status).toBe(400);
    expect(json.issues?.[0]).toMatchObject({ path: 'line 2' });
    expect(await written(t.db.pool)).toBe(before);
    expect(await notes()).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no time anywhere', 'hello'],
    ['a time ahead of now', '2026-11-24 16:05 - tomorrow'],
    ['a time long ago', '2019-01-01 16:05 - long ago'],
    ['a null byte', '16:05 - a\0b'],
    ['501 lines', '16:05 - line\n'.repeat(501)],
  ])('with %s is refused, and nothing is written', async (_what, text) => {
    const { importText } = await room();
    const before = await written(t.db.pool);
    const { status, json } = await importText<Problem>(text);
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'invalid' });
    expect(await written(t.db.pool)).toBe(before);
  });

  it('larger than 1 MiB is refused, and nothing is written', async () => {
    const { importText } = await room();
    const before = await written(t.db.pool);
    expect((await importText(`16:05 - ${'x'.repeat(1024 * 1024)}`)).status).toBe(413);
    expect(await written(t.db.pool)).toBe(before);
  });
});

describe('the log taken out', () => {
  it('as text, posted back elsewhere, gives the same lines at the same times', async () => {
    const first = await room({ title: 'Orders answer 500', startedAt: '2026-11-23T16:02:00Z' });
    await first.importText(BY_HAND);
    await t.take(ana, first.path.slice(18), 'hypothesis.propose', { statement: 'Redis is out of memory' });
    const text = (await first.exported('txt')).text;
    for (const line of BY_HAND.trimEnd().split('\n')) expect(text).toContain(`${line}\n`);
    const second = await room();
    expect((await second.importText(text)).status).toBe(200);
    const lines = (await first.exported('json')).json.log.map(clock);
    expect((await second.notes()).map(clock)).toEqual(lines);
    expect(lines).toHaveLength(9);
  });

  it.each([
    ['txt', 'text/plain; charset=utf-8'],
    ['md', 'text/markdown; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ])('as .%s comes as a file of its type', async (format, type) => {
    const { importText, exported } = await room();
    await importText(BY_HAND);
    const { status, headers, text } = await exported(format);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="INC-\\d+\\.${format}"$`));
    expect(text).toContain('connection refused to redis');
  });

  it('shows the times of the zone that is asked for', async () => {
    const { importText, exported } = await room();
    await importText('16:05 - Alert fired');
    expect((await exported('txt', '?offset=-05:30')).text).toContain('10:35 - Alert fired');
    expect((await exported('txt', '?offset=sideways')).status).toBe(400);
  });

  it('never says again what was redacted', async () => {
    const { path, importText, exported } = await room();
    await importText('16:05 - the password is hunter2');
    await t.call(ana, 'POST', `${path}/log/2/redact`, { body: { because: 'a secret' } });
    for (const format of ['txt', 'md', 'json']) {
      const { text } = await exported(format);
      expect(text).not.toContain('hunter2');
      expect(text).toContain('a secret');
    }
    const { rows } = await t.db.pool.query(`SELECT 1 FROM event WHERE data::text LIKE '%hunter2%'`);
    expect(rows).toEqual([]);
  });

  it('as JSON carries every event with its hash, in seq order', async () => {
    const { importText, exported } = await room();
    await importText(BY_HAND);
    const { events } = (await exported('json')).json as unknown as { events: { seq: number; hash: string }[] };
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { hash } of events) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
