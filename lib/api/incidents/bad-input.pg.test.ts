import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '@/lib/contracts/problem';
import { PROBLEM_STATUS } from '@/lib/contracts/problem';
import { testApi } from '../testing/test-api';
import { written } from '../testing/written';

const t = await testApi();
const ana = await t.person('responder', 'Ana');
const bo = await t.person('responder', 'Bo');
const key = await t.declare(ana);
const path = `/api/v1/incidents/${key}`;
await t.take(ana, key, 'hypothesis.propose', { statement: 'Redis is out of memory' });
await t.take(ana, key, 'evidence.add', { text: 'used_memory 48 MB' });
const taken = uuidv7();
await t.call(ana, 'POST', `${path}/log`, { body: { id: taken, text: 'first' } });
const hidden = `/api/v1/incidents/${await t.declare(ana, { title: 'Keys leaked', isPrivate: true })}`;

type Sent = Parameters<typeof t.call>[3];
const json = (body: unknown): Sent => ({ body });
const raw = (bytes: BodyInit, type = 'application/json'): Sent => ({ raw: bytes, headers: { 'content-type': type } });
const command = (over: object): Sent => json({ id: uuidv7(), name: 'log.write', input: { text: 'hello' }, ...over });

const MILLION = 'x'.repeat(1_000_000);
const LONG_AGO = '1999-12-31T23:59:59Z';
const FAR_AHEAD = '2999-01-01T00:00:00Z';
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const CASES: [what: string, below: string, sent: Sent, code: ProblemCode][] = [
  ['an unknown field', '/log', json({ text: 'hello', colour: 'red' }), 'invalid'],
  ['an unknown field beside the input', '/commands', command({ seq: 7 }), 'invalid'],
  ['fields that are not for callers', '/log', json({ text: 'hello', actor: { role: 'admin' }, hash: 'x' }), 'invalid'],
  ['a declaration that names its own key', '', json({ title: 'x', key: 'INC-1' }), 'invalid'],
  ['__proto__ in the input', '/log', raw('{"text":"hello","__proto__":{"role":"admin"}}'), 'invalid'],
  ['constructor in the input', '/log', raw('{"text":"hello","constructor":{"prototype":{}}}'), 'invalid'],
  ['a number for text', '/log', json({ text: 7 }), 'invalid'],
  ['a list for an object', '/log', json(['hello']), 'invalid'],
  ['null for an object', '/log', raw('null'), 'invalid'],
  ['text for a list', '/description', json({ services: 'orders' }), 'invalid'],
  ['an object for text', '/hypotheses', json({ statement: { toString: 'x' } }), 'invalid'],
  ['a severity that there is not', '/severity', json({ severity: 'SEV0' }), 'invalid'],
  ['a status that there is not', '/status', json({ status: 'fixed' }), 'invalid'],
  ['a bearing out of range', '/evidence/E1/weigh', json({ hypothesis: 'H1', value: 3 }), 'invalid'],
  ['a bearing with a fraction', '/evidence/E1/weigh', json({ hypothesis: 'H1', value: 0.5 }), 'invalid'],
  ['an input that is text', '/commands', command({ input: 'hello' }), 'invalid'],
  ['no name', '/commands', json({ id: uuidv7(), input: {} }), 'invalid'],
  ['a command that there is not', '/commands', command({ name: 'incident.delete' }), 'invalid'],
  ['a command called like a property of objects', '/commands', command({ name: 'constructor' }), 'invalid'],
  [
    'incident.declare through the door of an incident',
    '/commands',
    command({ name: 'incident.declare', input: { title: 'x' } }),
    'invalid',
  ],
  ['a command id that is none', '/commands', command({ id: 'first' }), 'invalid'],
  ['nothing', '/log', json({}), 'invalid'],
  ['no body at all', '/log', {}, 'invalid'],
  ['white space only', '/log', json({ text: ' \n\t ' }), 'invalid'],
  ['a note of 10,001 characters', '/log', json({ text: 'x'.repeat(10_001) }), 'invalid'],
  ['a title of 201 characters', '/description', json({ title: 'x'.repeat(201) }), 'invalid'],
  ['a title of two lines', '/description', json({ title: 'one\ntwo' }), 'invalid'],
  ['51 services', '/description', json({ services: Array.from({ length: 51 }, (_, n) => `s${n}`) }), 'invalid'],
  ['a paste of 200,001 characters', '/evidence', json({ text: 'x'.repeat(200_001) }), 'invalid'],
  ['a line of a million characters as a note', '/log', json({ text: MILLION }), 'invalid'],
  ['more than a mebibyte', '/log', json({ text: MILLION + MILLION }), 'too_large'],
  ['more than a mebibyte as a log', '/log', raw(`16:05 - ${MILLION}${MILLION}`, 'text/plain'), 'too_large'],
  [
    'bytes that are not UTF-8',
    '/log',
    raw(new Uint8Array([...Buffer.from('{"text":"'), 0xc3, 0x28, ...Buffer.from('"}')])),
    'invalid',
  ],
  ['overlong UTF-8', '/log', raw(new Uint8Array([...Buffer.from('{"text":"'), 0xc0, 0xaf, ...Buffer.from('"}')])), 'invalid'],
  ['a null byte', '/log', json({ text: 'a\0b' }), 'invalid'],
  ['a null byte inside JSON', '/log', raw('{"text":"a\0b"}'), 'invalid'],
  ['half a surrogate pair', '/log', raw('{"text":"\\ud800"}'), 'invalid'],
  ['a null byte in a name of an evidence', '/evidence', json({ text: 'x', title: 'a\0b' }), 'invalid'],
  ['half a surrogate pair deep inside', '/evidence', raw('{"text":"x","source":{"host":"\\udfff"}}'), 'invalid'],
  ['JSON that is cut off', '/log', raw('{"text":"hel'), 'invalid'],
  ['JSON 100,000 levels deep', '/log', raw(deep(100_000)), 'invalid'],
  ['an input 10,000 levels deep', '/commands', raw(`{"id":"${uuidv7()}","name":"log.write","input":${deep(10_000)}}`), 'invalid'],
  ['a hypothesis that does not exist', '/hypotheses/H99/confirm', json({ because: 'x' }), 'not_found'],
  ['an id that does not exist', `/hypotheses/${uuidv7()}/confirm`, json({ because: 'x' }), 'not_found'],
  ['a reference of another kind', '/hypotheses/E1/confirm', json({ because: 'x' }), 'invalid'],
  ['an evidence that does not exist', '/hypotheses/H1/confirm', json({ evidence: ['E99'] }), 'not_found'],
  ['a task that does not exist', '/tasks/T1/finish', json({}), 'not_found'],
  ['a log line that does not exist', '/log/999/pin', json({}), 'not_found'],
  ['log line 0', '/log/0/pin', json({}), 'invalid'],
  ['log line 99999999999999999999', '/log/99999999999999999999/pin', json({}), 'invalid'],
  ['a parent that does not exist', '/hypotheses', json({ statement: 'x', parent: 'H99' }), 'not_found'],
  ['a person who does not exist', '/roles', json({ userId: uuidv7(), role: 'scribe' }), 'not_found'],
  ['a person who is no id', '/roles', json({ userId: 'ana', role: 'scribe' }), 'invalid'],
  ['an upload that does not exist', '/commands', command({ name: 'evidence.add', input: { upload: uuidv7() } }), 'invalid'],
  ['a time long ago', '/log', json({ text: 'hello', at: LONG_AGO }), 'invalid'],
  ['a time far ahead', '/log', json({ text: 'hello', at: FAR_AHEAD }), 'invalid'],
  ['a time beyond what there is', '/log', json({ text: 'hello', at: '+275760-09-13T00:00:00Z' }), 'invalid'],
  ['a time without a zone', '/log', json({ text: 'hello', at: '2026-11-23T16:05:00' }), 'invalid'],
  ['the 30th of February', '/log', json({ text: 'hello', at: '2026-02-30T16:05:00Z' }), 'invalid'],
  ['a number for a time', '/log', json({ text: 'hello', at: 1_700_000_000 }), 'invalid'],
  ['a start of impact far ahead', '/description', json({ startedAt: FAR_AHEAD }), 'invalid'],
  ['a time-box that ended', '/hypotheses/H1/start-test', json({ testBy: LONG_AGO }), 'invalid'],
  ['a time-box of a year', '/hypotheses/H1/start-test', json({ testBy: FAR_AHEAD }), 'invalid'],
  ['a time-box of -1 minutes', '/hypotheses/H1/start-test', json({ minutes: -1 }), 'invalid'],
  ['an imported line far ahead', '/log/import', json({ lines: [{ at: FAR_AHEAD, text: 'x' }] }), 'invalid'],
  ['a command id reused with another body', '/commands', command({ id: taken, input: { text: 'second' } }), 'mismatch'],
  ['a command id reused for another command', '/commands', command({ id: taken, name: 'task.add' }), 'mismatch'],
  ['a verdict without grounds', '/hypotheses/H1/reject', json({}), 'rule'],
  ['a root cause that is not confirmed', '/cause', json({ hypothesis: 'H1', why: 'x' }), 'rule'],
];

async function refusedAs(code: ProblemCode, send: () => ReturnType<typeof t.call<Problem>>): Promise<Problem> {
  const before = await written(t.db.pool);
  const { status, json: problem } = await send();
  expect({ status, code: problem?.code }).toEqual({ status: PROBLEM_STATUS[code], code });
  expect(problem.detail).toMatch(/\w/);
  expect(await written(t.db.pool)).toBe(before);
  expect(t.failures).toEqual([]);
  return problem;
}

describe('bad input has its answer, and nothing is written', () => {
  it.each(CASES)('%s', async (_what, below, sent, code) => {
    await refusedAs(code, () => t.call<Problem>(ana, 'POST', below === '' ? '/api/v1/incidents' : path + below, sent));
  });

  it('too much input is told which field of it is wrong', async () => {
    const { issues } = await refusedAs('invalid', () =>
      t.call<Problem>(ana, 'POST', `${path}/evidence`, json({ text: 'x', title: '', window: { from: 'noon', to: 'noon' } })),
    );
    expect(issues?.map((issue) => issue.path)).toEqual(expect.arrayContaining(['title', 'window.from', 'window.to']));
  });
});

describe('an address with a null byte', () => {
  it.each(['/api/v1/incidents?q=%00', '/api/v1/incidents/INC-1%00', '/api/v1/incidents/INC-1/evidence/E1%00/body'])(
    '%s',
    async (address) => {
      const { status, json: problem } = await t.call<Problem>(ana, 'GET', address);
      expect([status, problem.code]).toEqual([400, 'invalid']);
    },
  );
});

describe('an incident that one may not see', () => {
  it.each([
    ['GET', '', {}],
    ['GET', '/events', {}],
    ['GET', '/log.txt', {}],
    ['POST', '/log', json({ text: 'hello' })],
    ['POST', '/commands', command({})],
    ['POST', '/evidence', raw('output', 'text/plain')],
    ['POST', '/log', raw('16:05 - hello', 'text/plain')],
  ] as [string, string, Sent][])('%s %s is answered as if it were not there', async (method, below, sent) => {
    const problem = await refusedAs('not_found', () => t.call<Problem>(bo, method, hidden + below, sent));
    expect(problem.detail).toBe('There is no such incident.');
  });

  it('is not counted, listed or found by its words', async () => {
    const { text } = await t.call(bo, 'GET', '/api/v1/incidents?q=leaked');
    expect(text).not.toContain('Keys leaked');
    expect(JSON.parse(text)).toMatchObject({ incidents: [], nextCursor: null });
  });
});

describe('a token with too little scope', () => {
  it.each([
    ['POST', '/api/v1/incidents', json({ title: 'x' })],
    ['POST', `${path}/log`, json({ text: 'hello' })],
    ['POST', `${path}/commands`, command({})],
    ['POST', `${path}/evidence`, raw('output', 'text/plain')],
    ['POST', `${path}/log`, raw('16:05 - hello', 'text/plain')],
    ['POST', '/api/v1/tokens', json({ name: 'more', scope: 'write' })],
    ['PATCH', '/api/v1/profile', json({ name: 'Eve' })],
    ['POST', '/api/v1/sign-out-everywhere', json({})],
  ] as [string, string, Sent][])('reads and does not %s %s', async (method, where, sent) => {
    const reader = await t.program(ana, 'read');
    await refusedAs('forbidden', () => t.call<Problem>(reader, method, where, sent));
    expect((await t.call(reader, 'GET', path)).status).toBe(200);
  });
});

describe('two people at once', () => {
  it('one confirms, one rejects: one verdict stands, the other learns how it stands and who set it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const room = `/api/v1/incidents/${await t.declare(ana)}`;
      await t.call(ana, 'POST', `${room}/hypotheses`, json({ statement: 'Payments time out' }));
      const judge = (who: typeof ana, verdict: string) =>
        t.call<Problem>(who, 'POST', `${room}/hypotheses/H1/${verdict}`, json({ because: 'seen', was: 'open' }));
      const answers = await Promise.all([judge(ana, 'confirm'), judge(bo, 'reject')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const loser = answers.find(({ status }) => status === 409)?.json;
      expect(loser?.code).toBe('conflict');
      expect(loser?.detail).toMatch(/H1 was (confirmed|rejected) by (Ana|Bo)/);
      const { text } = await t.call(ana, 'GET', `${room}/events`);
      expect(text.match(/hypothesis\.(confirmed|rejected)/g)).toHaveLength(1);
    }
  });

  it('twenty take command at once: one has it', async () => {
    const room = `/api/v1/incidents/${await t.declare(ana)}`;
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => t.person('responder', `R${n}`)));
    const answers = await Promise.all(people.map((who) => t.call(who, 'POST', `${room}/command/take`, json({ was: null }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });
});
