import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/contracts/problem';
import type { BriefAnswer } from '@/lib/services/incident/export-brief';
import { testApi } from '../testing/test-api';

const t = await testApi();
const ana = await t.person('responder', 'Ana');
const vi = await t.person('viewer', 'Vi');

async function room(input?: object) {
  const key = await t.declare(ana, input);
  const read = <T = BriefAnswer>(who: typeof ana, suffix = '') =>
    t.call<T>(who, 'GET', `/api/v1/incidents/${key}/brief${suffix}`);
  const ask = <T>(who: typeof ana, path: string, body: object) =>
    t.call<T>(who, 'POST', `/api/v1/incidents/${key}${path}`, { body });
  return { key, read, ask };
}

describe('the brief of an incident', () => {
  it('is there as data, as Markdown and as plain text, with what changed a moment ago', async () => {
    const { key, read, ask } = await room({ title: 'Orders <fail>', severity: 'SEV1' });
    await ask(ana, '/hypotheses', { statement: 'Postgres is overloaded' });
    await ask(ana, '/hypotheses/H1/reject', { because: 'it answers' });
    const { status, json } = await read(vi);
    expect(status).toBe(200);
    expect(json).toMatchObject({ key, severity: 'SEV1', isOverdue: false, next: null });
    expect(json.ruledOut).toMatchObject({ shown: [{ ref: 'H1', because: 'it answers' }], more: 0 });

    const markdown = await read(vi, '.md');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.text).toContain(`# ${key} Orders \\<fail\\>\n`);
    const text = await read(vi, `.txt?offset=${encodeURIComponent('+02:00')}`);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.text).toMatch(/^SEV1, investigating\. Impact since .* UTC\+02:00\.$/m);
    expect((await read(vi, '.md?offset=noon')).status).toBe(400);
  });

  it('carries what a viewer asks, once, and what is answered once for all', async () => {
    const { read, ask } = await room();
    expect((await ask(vi, '/questions', { text: 'Are payments lost?' })).status).toBe(200);
    const again = await ask<Problem>(ana, '/questions', { text: 'are payments lost?' });
    expect(again.status).toBe(409);
    expect(again.json.detail).toMatch(/^Q1 asks the same already by Vi .* Its answer will be for everybody\.$/);
    expect((await read(vi)).json.open.shown).toMatchObject([{ ref: 'Q1', by: 'Vi', answer: null }]);

    expect((await ask(ana, '/questions/Q1/answer', { text: 'No, they are queued.' })).status).toBe(200);
    expect((await ask(ana, '/questions/Q1/answer', { text: 'Yes.' })).status).toBe(409);
    const { json } = await read(vi);
    expect(json.open.shown).toEqual([]);
    expect(json.answered.shown).toMatchObject([{ ref: 'Q1', answer: { text: 'No, they are queued.', by: 'Ana' } }]);
  });

  it('is not there for whom the incident is not there', async () => {
    const { read, ask } = await room();
    await ask(ana, '/privacy', { isPrivate: true });
    for (const suffix of ['', '.md', '.txt']) expect((await read(vi, suffix)).status).toBe(404);
    expect((await ask(vi, '/questions', { text: 'Is there one?' })).status).toBe(404);
  });

  it('follows what somebody who goes off hands on', async () => {
    const bo = await t.person('responder', 'Bo');
    const { read, ask } = await room();
    await ask(ana, '/hypotheses', { statement: 'Redis is full' });
    await ask(ana, '/hypotheses/H1/start-test', { minutes: 30 });
    const off = await ask(ana, '/shift/end', { note: 'nearly done', handTo: bo.userId });
    expect(off.status).toBe(200);
    expect((await read(vi)).json.tests.shown).toMatchObject([{ ref: 'H1', owner: 'Bo' }]);
  });
});
