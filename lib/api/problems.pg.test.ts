import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { PROBLEM_STATUS, type Problem, type ProblemCode } from '@/lib/contracts/problem';
import { apiOver, NOBODY, ORIGIN, SETUP_TOKEN, type Answer } from './testing/api-over';
import { testApi } from './testing/test-api';
import { written } from './testing/written';

const t = await testApi();
const ana = await t.person('responder', 'Ana');
const incident = await t.declare(ana);
const path = `/api/v1/incidents/${incident}`;
await t.take(ana, incident, 'hypothesis.propose', { statement: 'Redis is out of memory' });

afterEach(() => {
  expect(t.failures).toEqual([]);
});

function expectProblem({ status, headers, json }: Answer<Problem>, code: ProblemCode): void {
  expect({ code: json.code, status }).toEqual({ code, status: PROBLEM_STATUS[code] });
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(json).toMatchObject({ type: expect.any(String), title: expect.any(String), status });
  expect(json.detail.length).toBeGreaterThan(10);
  expect(json.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('x-request-id')).toBe(json.requestId);
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(JSON.stringify(json)).not.toMatch(/\bat \w+.*\.ts|node_modules|SELECT |prisma/i);
}

const post = (who: typeof ana, below: string, body: object, headers = {}) =>
  t.call<Problem>(who, 'POST', path + below, { body, headers });

describe('every way of saying no is a problem document', () => {
  it('invalid: with the issues field by field', async () => {
    const answer = await post(ana, '/hypotheses', { statement: '', component: 7, colour: 'red' });
    expectProblem(answer, 'invalid');
    expect(answer.json.issues?.map((issue) => issue.path)).toEqual(expect.arrayContaining(['statement', 'component']));
    for (const { message } of answer.json.issues ?? []) expect(message.length).toBeGreaterThan(3);
  });

  it('unauthenticated', async () => {
    expectProblem(await t.call<Problem>(NOBODY, 'GET', path), 'unauthenticated');
    expectProblem(
      await t.call<Problem>({ ...NOBODY, headers: { authorization: 'Bearer wr_nonsense' } }, 'GET', path),
      'unauthenticated',
    );
  });

  it('forbidden: a viewer, a token that may only read', async () => {
    expectProblem(await post(await t.person('viewer'), '/log', { text: 'hello' }), 'forbidden');
    expectProblem(await post(await t.program(ana, 'read'), '/log', { text: 'hello' }), 'forbidden');
  });

  it('not_found: an incident, a reference, an address', async () => {
    expectProblem(await t.call<Problem>(ana, 'GET', '/api/v1/incidents/INC-99999'), 'not_found');
    expectProblem(await post(ana, '/hypotheses/H9/reject', { because: 'x' }), 'not_found');
    expectProblem(await t.call<Problem>(ana, 'GET', '/api/v1/nothing/here'), 'not_found');
  });

  it('not_found, word for word the same, for an incident that one may not know of', async () => {
    const hidden = await t.declare(ana, { title: 'Keys leaked', isPrivate: true });
    const stranger = await t.person('responder');
    const strip = ({ json }: Answer<Problem>) => ({ ...json, requestId: null });
    const [real, none] = [hidden, 'INC-99998'].map((key) => t.call<Problem>(stranger, 'GET', `/api/v1/incidents/${key}`));
    expect(strip((await real) as Answer<Problem>)).toEqual(strip((await none) as Answer<Problem>));
  });

  it('conflict: with how it stands and who set it', async () => {
    await t.take(ana, incident, 'incident.set-severity', { severity: 'SEV1' });
    const answer = await post(ana, '/severity', { severity: 'SEV3', was: 'SEV2' });
    expectProblem(answer, 'conflict');
    expect(JSON.stringify(answer.json.present)).toContain('SEV1');
    expect(answer.json.detail).toContain('Ana');
  });

  it('rule: says what is missing and names the way round', async () => {
    const answer = await post(ana, '/hypotheses/H1/confirm', {});
    expectProblem(answer, 'rule');
    expect(answer.json.detail).toContain('Attach evidence, or say why');
  });

  it('too_large', async () => {
    expectProblem(await post(ana, '/log', { text: 'x'.repeat(1_100_000) }), 'too_large');
  });

  it('unsupported: a form is not taken', async () => {
    const sent = { raw: 'text=hello', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expectProblem(await t.call<Problem>(ana, 'POST', `${path}/log`, sent), 'unsupported');
  });

  it('mismatch: the same id with another body', async () => {
    const headers = { 'idempotency-key': uuidv7() };
    await post(ana, '/log', { text: 'first' }, headers);
    expectProblem(await post(ana, '/log', { text: 'second' }, headers), 'mismatch');
  });

  it('too_many: with Retry-After', async () => {
    const bo = await t.person('responder', 'Bo');
    const guess = () =>
      t.call<Problem>(bo, 'POST', '/api/v1/password', { body: { current: 'wrong', password: 'five rather long green words' } });
    let answer = await guess();
    for (let tries = 0; answer.status === 400 && tries < 20; tries += 1) answer = await guess();
    expectProblem(answer, 'too_many');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('unavailable: with Retry-After, when the database does not answer', async () => {
    const pool = new Proxy(t.db.pool, {
      get(target, name) {
        const gone = async () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
        return name === 'query' || name === 'connect' ? gone : Reflect.get(target, name);
      },
    });
    const broken = apiOver({ ...t.db, pool });
    const answer = await broken.call<Problem>(ana, 'GET', path);
    expectProblem(answer, 'unavailable');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('failed: what is unknown gets a fixed sentence, and its details go to our log only', async () => {
    const broken = apiOver(t.db);
    broken.services.incidents.list = () => Promise.reject(new Error('the secret path /srv/warroom/key'));
    const answer = await broken.call<Problem>(ana, 'GET', '/api/v1/incidents');
    expectProblem(answer, 'failed');
    expect(answer.text).not.toContain('secret path');
    expect(String(broken.failures[0])).toContain('secret path');
  });
});

describe('setting up', () => {
  it('works with the one-time token only, and never where there are people', async () => {
    const input = { name: 'Ana', email: 'ana@example.org', password: 'five rather long green words' };
    const before = await written(t.db.pool);
    const answer = await t.call<Problem>(NOBODY, 'POST', '/api/v1/setup', { body: { token: SETUP_TOKEN, ...input } });
    expectProblem(answer, 'conflict');
    expect(await written(t.db.pool)).toBe(before);
  });

  it('answers 201 {user, apiToken} once; the token works', async () => {
    const fresh = await testApi();
    const input = { name: 'Ana', email: 'Ana@Example.org', password: 'five rather long green words' };
    const setup = (token: string) =>
      fresh.call<{ user: object; apiToken: string }>(NOBODY, 'POST', '/api/v1/setup', { body: { token, ...input } });
    expect((await setup('wrong')).status).toBe(403);
    const { status, json } = await setup(SETUP_TOKEN);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      user: { name: 'Ana', email: 'ana@example.org', role: 'admin' },
      apiToken: expect.stringMatching(/^wr_/),
    });
    const program = { ...NOBODY, headers: { authorization: `Bearer ${json.apiToken}` } };
    expect((await fresh.call(program, 'POST', '/api/v1/incidents', { body: { title: 'First' } })).status).toBe(201);
    expect((await setup(SETUP_TOKEN)).status).toBe(409);
  });
});

describe('changes that another site asks for', () => {
  it('are refused, and nothing is written', async () => {
    const before = await written(t.db.pool);
    for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`]) {
      expectProblem(await post(ana, '/log', { text: 'hello' }, { origin }), 'forbidden');
    }
    expect(await written(t.db.pool)).toBe(before);
  });
});
