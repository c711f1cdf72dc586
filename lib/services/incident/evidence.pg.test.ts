import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServices, type TestServices } from '../testing/test-services';
import { verifyChain } from './verify-chain';

let t: TestServices;
beforeAll(async () => {
  t = await testServices();
});
afterAll(() => t.close());

async function room() {
  const caller = await t.person('responder');
  const incident = await t.declare(caller);
  const take = (name: string, input: object, id = uuidv7()) =>
    t.services.incidents.execute(caller, { incident, id, name, input });
  const lines = (ref: string, from: number, count: number) =>
    t.services.incidents.readEvidenceLines(caller, incident, ref, { from, count });
  return { caller, incident, take, lines };
}

async function* inChunks(text: string, sizeBytes = 65_536) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += sizeBytes) yield bytes.subarray(start, start + sizeBytes);
}

describe('evidence', () => {
  it('keeps the body apart: the event has facts and a preview, the lines are read in ranges', async () => {
    const { caller, incident, take, lines } = await room();
    const text = Array.from({ length: 5000 }, (_, n) => `line ${n + 1}`).join('\n');
    const { events } = await take('evidence.add', { text, kind: 'log', title: 'app log' });
    expect(events[0]?.data).toMatchObject({ ref: 'E1', lineCount: 5000, sizeBytes: text.length });
    expect(JSON.stringify(events).length).toBeLessThan(2000);
    expect(await lines('E1', 4998, 10)).toEqual({
      from: 4998,
      total: 5000,
      lines: ['line 4998', 'line 4999', 'line 5000'],
      clipped: [],
    });
    const part = await t.services.incidents.readEvidenceBody(caller, incident, 'E1', { first: 5, last: 11 });
    expect(part.bytes.toString()).toBe(text.slice(5, 12));
  });

  it('reads every line of a long upload whatever pieces it was cut into', async () => {
    const { caller, incident, take, lines } = await room();
    const long = `${'é'.repeat(400_000)}!`;
    const all = [...Array.from({ length: 3000 }, (_, n) => `${n}:${'x'.repeat(n % 300)}`), long, 'after', '', 'last'];
    const id = uuidv7();
    const input = { kind: 'log', title: 'big', upload: id };
    await t.services.incidents.stageEvidence(caller, {
      incident,
      id,
      input,
      contentType: 'text/plain',
      stream: inChunks(all.join('\n')),
    });
    await take('evidence.add', input, id);
    for (const [from, count] of [
      [1, 3],
      [1400, 700],
      [2999, 4],
      [3000, 2],
      [3001, 1],
      [3002, 9],
      [3004, 1],
    ] as const) {
      const read = await lines('E1', from, count);
      const wanted = all.slice(from - 1, from - 1 + count);
      expect(read.lines, `from ${from}`).toEqual(wanted.map((line) => line.slice(0, 10_000)));
      expect(read.clipped).toEqual(wanted.includes(long) ? [{ line: 3001, length: long.length }] : []);
    }
  });

  it('[W1] an upload sent again is stored once; other bytes under its id are refused', async () => {
    const { caller, incident } = await room();
    const id = uuidv7();
    const send = (text: string) =>
      t.services.incidents.stageEvidence(caller, {
        incident,
        id,
        input: { kind: 'log' },
        contentType: 'text/plain',
        stream: inChunks(text),
      });
    await Promise.all([send('same'), send('same')]);
    await expect(send('other')).rejects.toMatchObject({ code: 'mismatch' });
    const { rows } = await t.db.pool.query('SELECT count(*)::int AS n FROM evidence_body WHERE id = $1', [id]);
    expect(rows[0].n).toBe(1);
  });

  it('stores nothing for those who may not, of what is too large, or of what is no text', async () => {
    const { incident, caller } = await room();
    const viewer = await t.person('viewer');
    const attempt = (who: typeof caller, bytes: string | Buffer, id = uuidv7()) =>
      t.services.incidents.stageEvidence(who, {
        ...{ incident, id, input: {}, contentType: 'text/plain' },
        stream: (async function* () {
          yield Buffer.from(bytes);
        })(),
      });
    await expect(attempt(viewer, 'x')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(caller, Buffer.alloc(10 * 1024 * 1024 + 1, 97))).rejects.toMatchObject({ code: 'too_large' });
    await expect(attempt(caller, Buffer.from([0x61, 0, 0x62]))).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt(caller, Buffer.from([0xc3, 0x28]))).rejects.toMatchObject({ code: 'invalid' });
    const { rows } = await t.db.pool.query(
      'SELECT count(*)::int AS n FROM evidence_body b JOIN incident i ON i.id = b.incident_id WHERE i.key = $1',
      [incident],
    );
    expect(rows[0].n).toBe(0);
  });

  it('redacting takes the words out of every table and the history still holds', async () => {
    const { caller, incident, take } = await room();
    await take('log.write', { text: 'the password is hunter2' });
    await take('log.revise', { entry: 2, text: 'the pass phrase is hunter2' });
    await take('evidence.add', { text: 'hunter2 in an output', title: 'hunter2 title' });
    await take('evidence.retitle', { evidence: 'E1', title: 'still hunter2' });
    await take('log.redact', { entry: 2, because: 'a secret' });
    await take('evidence.redact', { evidence: 'E1', because: 'a secret' });
    for (const table of ['event', 'log_entry', 'evidence', 'evidence_body']) {
      const { rows } = await t.db.pool.query(`SELECT count(*)::int AS n FROM ${table} x WHERE x::text LIKE '%hunter2%'`);
      expect(rows[0].n, table).toBe(0);
    }
    const { rows } = await t.db.pool.query(
      `SELECT count(*)::int AS n FROM evidence_body_piece WHERE encode(bytes, 'escape') LIKE '%hunter2%'`,
    );
    expect(rows[0].n).toBe(0);
    await expect(t.services.incidents.readEvidenceBody(caller, incident, 'E1', null)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await verifyChain(t.db.pool)).faults).toEqual([]);
    const live = await t.services.incidents.loadRoom(caller, incident);
    expect(await t.another().incidents.loadRoom(caller, incident)).toEqual(live);
  });

  it('[W1] stores nothing under the id of another command', async () => {
    const { caller, incident, take } = await room();
    const id = uuidv7();
    await take('log.write', { text: 'a note' }, id);
    const bodies = () => t.db.pool.query('SELECT id FROM evidence_body WHERE id = $1', [id]).then(({ rows }) => rows);
    await expect(take('evidence.add', { text: 'used_memory 48 MB' }, id)).rejects.toMatchObject({ code: 'mismatch' });
    expect(await bodies()).toEqual([]);
    const upload = { incident, id, input: { kind: 'log', title: 'late', upload: id }, contentType: 'text/plain' };
    const staged = t.services.incidents.stageEvidence(caller, { ...upload, stream: inChunks('{}') });
    await expect(staged).rejects.toMatchObject({ code: 'mismatch' });
    expect(await bodies()).toEqual([]);
  });

  it('[W1] answers a repeat as the first time, though the incident was closed meanwhile', async () => {
    const { take } = await room();
    const id = uuidv7();
    const first = await take('evidence.add', { text: 'used_memory 48 MB' }, id);
    for (const status of ['resolved', 'closed']) await take('incident.set-status', { status, because: 'A test alert.' });
    await expect(take('evidence.add', { text: 'another' })).rejects.toMatchObject({ code: 'rule' });
    const { events } = await take('evidence.add', { text: 'used_memory 48 MB' }, id);
    expect(events.map(({ id: event }) => event)).toEqual(first.events.map(({ id: event }) => event));
  });
});
