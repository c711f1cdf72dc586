import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commands } from './registry';
import { completeSlash, parseSlash, slashHelp } from './slash';
import type { SlashContext } from './slash-reader';
import { PEOPLE, uuid } from './testing/room';

const { ana, bo } = PEOPLE;
const mariaId = uuid(1, 50);
const [cyId, otherCyId] = [uuid(1, 52), uuid(1, 53)];
const OTHERS = [
  { userId: mariaId, name: 'Ana Maria' },
  { userId: uuid(1, 51), name: 'محمد' },
  { userId: cyId, name: 'Cy Young', alias: 'cy@example.org' },
  { userId: otherCyId, name: 'Cy Young', alias: 'young@example.org' },
];
const context: SlashContext = {
  people: [...Object.values(PEOPLE), ...OTHERS],
  selfId: bo.userId,
  now: '2026-11-23T16:30:00.000Z',
  offsetMin: 0,
};
const read = (line: string) => parseSlash(line, context);

describe('slash commands', () => {
  it('move the next update from when it was promised, where that is still to come', () => {
    const line = '/snooze 10m because a test runs';
    const to = (nextUpdateAt: string) => parseSlash(line, { ...context, nextUpdateAt });
    expect(to('2026-11-23T16:50:00.000Z')).toMatchObject({ input: { to: '2026-11-23T17:00:00.000Z' } });
    expect(to('2026-11-23T16:10:00.000Z')).toMatchObject({ input: { to: '2026-11-23T16:40:00.000Z' } });
  });

  it.each([
    [
      '/hypothesis Redis is out of memory because of an OOM line',
      'hypothesis.propose',
      { statement: 'Redis is out of memory', because: 'of an OOM line', parent: null },
    ],
    ['/h Redis is out of memory', 'hypothesis.propose', { statement: 'Redis is out of memory', because: null, parent: null }],
    ['/dig H2 No expiry', 'hypothesis.propose', { statement: 'No expiry', because: null, parent: 'H2' }],
    [
      '/confirm H2 because the kernel says so',
      'hypothesis.confirm',
      { hypothesis: 'H2', evidence: [], because: 'the kernel says so' },
    ],
    ['/confirm h2 e3, E5 and E6', 'hypothesis.confirm', { hypothesis: 'H2', evidence: ['E3', 'E5', 'E6'], because: null }],
    ['/reject H1 E3 Postgres answers', 'hypothesis.reject', { hypothesis: 'H1', evidence: ['E3'], because: 'Postgres answers' }],
    ['/shelve H1 because later', 'hypothesis.shelve', { hypothesis: 'H1', because: 'later' }],
    ['/reopen H1 because: new facts', 'hypothesis.reopen', { hypothesis: 'H1', because: 'new facts' }],
    ['/assign H2 @ana 15m', 'hypothesis.assign', { hypothesis: 'H2', userId: ana.userId, minutes: 15 }],
    ['/assign H2 @Ana Maria 1h30m', 'hypothesis.assign', { hypothesis: 'H2', userId: mariaId, minutes: 90 }],
    ['/assign H2 @cy young (young@example.org) 15m', 'hypothesis.assign', { hypothesis: 'H2', userId: otherCyId, minutes: 15 }],
    ['/assign H2 me for 20 min', 'hypothesis.assign', { hypothesis: 'H2', userId: bo.userId, minutes: 20 }],
    ['/assign H2 nobody', 'hypothesis.assign', { hypothesis: 'H2', userId: null, minutes: null }],
    ['/assign T1 @bo', 'task.assign', { task: 'T1', userId: bo.userId }],
    ['/assign T1 @bo 30m', 'task.assign', { task: 'T1', userId: bo.userId, dueAt: '2026-11-23T17:00:00.000Z' }],
    ['/test H2 15m', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 15 }],
    ['/test H2', 'hypothesis.start-test', { hypothesis: 'H2', minutes: null }],
    ['/root H2 the limit is too low', 'cause.declare', { hypothesis: 'H2', why: 'the limit is too low' }],
    ['/uncause because of H3', 'cause.withdraw', { because: 'of H3' }],
    ['/evidence H2 ++ $ dmesg\nKilled', 'evidence.add', { hypothesis: 'H2', value: 2, text: '$ dmesg\nKilled' }],
    ['/evidence $ dmesg', 'evidence.add', { hypothesis: null, value: null, text: '$ dmesg' }],
    ['/weigh E3 on H2 -- it answers', 'evidence.weigh', { evidence: 'E3', hypothesis: 'H2', value: -2, note: 'it answers' }],
    ['/weigh E3 H2 =', 'evidence.weigh', { evidence: 'E3', hypothesis: 'H2', value: 0, note: null }],
    [
      '/update public identified We found it.\nMore soon.',
      'update.post',
      { audience: 'public', phase: 'identified', text: 'We found it.\nMore soon.' },
    ],
    ['/update stakeholders All is well', 'update.post', { audience: 'stakeholders', phase: null, text: 'All is well' }],
    ['/promise 15m', 'update.promise', { nextUpdateAt: '2026-11-23T16:45:00.000Z' }],
    ['/promise in 1h to public', 'update.promise', { nextUpdateAt: '2026-11-23T17:30:00.000Z', audience: 'public' }],
    ['/promise none', 'update.promise', { nextUpdateAt: null }],
    ['/snooze 10m because a test runs', 'update.snooze', { to: '2026-11-23T16:40:00.000Z', because: 'a test runs' }],
    ['/postmortem https://acme.example/pm/7 ', 'postmortem.publish', { url: 'https://acme.example/pm/7' }],
    ['/postmortem None', 'postmortem.publish', { url: null }],
    ['/task @bo raise maxmemory', 'task.add', { text: 'raise maxmemory', ownerId: bo.userId, hypothesis: null }],
    ['/task mitigation: H2 raise it', 'task.add', { text: 'raise it', ownerId: null, hypothesis: 'H2', kind: 'mitigation' }],
    ['/mitigate raise it', 'task.add', { text: 'raise it', ownerId: null, hypothesis: null, kind: 'mitigation' }],
    ['/follow-up alert on memory', 'task.add', { text: 'alert on memory', ownerId: null, hypothesis: null, kind: 'follow-up' }],
    ['/done T1 raised', 'task.finish', { task: 'T1', outcome: 'raised' }],
    ['/drop T1 because no use', 'task.drop', { task: 'T1', because: 'no use' }],
    ['/sev 1', 'incident.set-severity', { severity: 'SEV1', because: null }],
    ['/SEV sev3 because it calms down', 'incident.set-severity', { severity: 'SEV3', because: 'it calms down' }],
    ['/status identified because H2', 'incident.set-status', { status: 'identified', evidence: null, because: 'H2' }],
    ['/status resolved E7', 'incident.set-status', { status: 'resolved', evidence: 'E7', because: null }],
    ['/take', 'command.take', { because: null }],
    ['/take because Ana sleeps', 'command.take', { because: 'Ana sleeps' }],
    ['/hand-over @ana all yours', 'command.hand-over', { userId: ana.userId, note: 'all yours' }],
    ['/accept', 'command.accept', {}],
    ['/role @محمد scribe', 'role.assign', { userId: uuid(1, 51), role: 'scribe' }],
    ['/release me scribe', 'role.release', { userId: bo.userId, role: 'scribe' }],
    ['/ask are payments lost?', 'question.ask', { text: 'are payments lost?' }],
    ['/answer q1 No, they are\nqueued.', 'question.answer', { question: 'Q1', text: 'No, they are\nqueued.' }],
    ['/on', 'shift.start', {}],
    ['/off H2 is nearly done', 'shift.end', { note: 'H2 is nearly done' }],
    ['/off', 'shift.end', { note: null }],
    ['/note hello', 'log.write', { text: 'hello' }],
    ['/pin #41', 'log.pin', { entry: 41, pinned: true }],
    ['/unpin 41', 'log.pin', { entry: 41, pinned: false }],
    ['/edit #41 better words', 'log.revise', { entry: 41, text: 'better words' }],
    ['/edit H2 Redis is out of memory', 'hypothesis.revise', { hypothesis: 'H2', statement: 'Redis is out of memory' }],
    ['/edit E3 dmesg of redis-a', 'evidence.retitle', { evidence: 'E3', title: 'dmesg of redis-a' }],
    ['/move #41 16:02', 'log.revise', { entry: 41, at: '2026-11-23T16:02:00.000Z' }],
    ['/redact #41 because a password', 'log.redact', { entry: 41, because: 'a password' }],
    ['/redact E3 because a password', 'evidence.redact', { evidence: 'E3', because: 'a password' }],
    ['/title Orders fail', 'incident.describe', { title: 'Orders fail' }],
    ['/services orders, redis', 'incident.describe', { services: ['orders', 'redis'] }],
    ['/impact 15:58', 'incident.describe', { startedAt: '2026-11-23T15:58:00.000Z' }],
    ['/private', 'incident.restrict', { isPrivate: true }],
    ['/access @bo', 'incident.grant', { userId: bo.userId, allowed: true }],
  ])('%s', (line, name, input) => {
    const answer = read(line);
    expect(answer).toEqual({ ok: true, name, input });
    const command = commands.find((one) => one.name === name)!;
    expect(z.safeParse(command.input, input).success).toBe(true);
  });

  it.each([
    [
      '/at 16:02 checked the deploys.',
      { name: 'log.write', input: { text: 'checked the deploys.' }, at: '2026-11-23T16:02:00.000Z' },
    ],
    ['/at 23:50 it began', { name: 'log.write', at: '2026-11-22T23:50:00.000Z' }],
    ['/at 2026-11-20 16:02 it began\nmore', { input: { text: 'it began\nmore' }, at: '2026-11-20T16:02:00.000Z' }],
    ['/at 16:02 /hypothesis Redis', { name: 'hypothesis.propose', at: '2026-11-23T16:02:00.000Z' }],
    ['/at 16:02 /etc/hosts changed', { name: 'log.write', input: { text: '/etc/hosts changed' } }],
  ])('%s', (line, expected) => expect(read(line)).toMatchObject({ ok: true, ...expected }));

  it.each([
    'hello',
    '/',
    '/unknown H2',
    '/etc/redis/redis.conf was changed',
    '/confirmed H2',
    ' /confirm H2',
    '//comment',
    '/confirm: H2',
  ])('leaves %j as text', (line) => expect(read(line)).toBeNull());

  it.each([
    ['/confirm', /\/confirm H2/],
    ['/confirm E3', /\/confirm H2/],
    ['/shelve H1', /Say why/],
    ['/hypothesis', /\/hypothesis STATEMENT/],
    ['/assign H2 @nobody-here', /Name a person/],
    ['/assign H2 @a', /Name a person/],
    ['/assign H2 @Cy Young 15m', /Name a person/],
    ['/sev 9', /Choose 1/],
    ['/status page says degraded', /Choose one of investigating/],
    ['/take a look at this', /To take command/],
    ['/accept that', /nothing after it/],
    ['/role @bo king', /Choose one of commander/],
    ['/pin this', /\/pin #41/],
    ['/edit H2', /\/edit #41\|H2\|E3 TEXT/],
    ['/at noon it broke', /Begin with a time/],
    ['/at 16:02', /Write what happened/],
    ['/at 16:02 /confirm', /\/confirm H2/],
    ['/weigh E3 H2 +++', /\/weigh/],
    ['/root H2', /Why could that happen/],
    ['/update', /to whom/],
    ['/promise', /in how long/],
    ['/promise 15m to my aunt', /\/promise/],
    ['/snooze because later', /by how long/],
    ['/snooze 10m', /why it comes later/],
    ['/postmortem', /take the link back: \/postmortem none/],
    ['/ask', /\/ask TEXT/],
    ['/answer No', /\/answer Q1/],
    ['/answer Q1', /\/answer Q1/],
    ['/on call all night', /nothing after it/],
    ['/brief please', /nothing after it/],
  ])('says what is missing from %j', (line, hint) => {
    expect(read(line)).toMatchObject({ ok: false, hint: expect.stringMatching(hint) });
  });

  it('reads anything without throwing', () => {
    const word = fc.constantFrom(...slashHelp.map((one) => one.word));
    fc.assert(
      fc.property(word, fc.string({ unit: 'grapheme' }), (command, rest) => {
        const answer = read(`/${command} ${rest}`);
        if (answer?.ok) expect(commands.some((one) => one.name === answer.name)).toBe(true);
        else expect(answer?.hint).toMatch(/./);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});

describe('completion', () => {
  it('has one meaning for each word', () => {
    const words = slashHelp.flatMap(({ word, also }) => [word, ...also]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('offers what begins like what was typed, the exact one first', () => {
    expect(completeSlash('/re').map((one) => one.word)).toEqual(['reject', 'reopen', 'release', 'redact']);
    expect(completeSlash('/t')[0]?.word).toBe('task');
    expect(completeSlash('/zzz')).toEqual([]);
    expect(completeSlash('/')).toHaveLength(slashHelp.length);
  });
});
