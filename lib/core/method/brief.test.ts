import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runThrough } from '@/lib/core/incident/testing/every-event';
import { randomRoom } from '@/lib/core/incident/testing/random-room';
import { busyRoom, COMPONENTS, PEOPLE, Room } from '@/lib/core/incident/testing/room';
import { makeBrief, type Brief } from './brief';
import { briefMarkdown } from './brief-markdown';
import { briefNote } from './brief-note';
import { briefText } from './brief-text';

const { bo, cy } = PEOPLE;
const at = (now: string, offsetMin = 0) => ({ now, offsetMin });

function toldRoom(): Room {
  return busyRoom()
    .do('ana', 'incident.describe', { summary: 'Nobody in the EU\ncan pay.', services: ['orders', 'checkout'] })
    .do('ana', 'role.assign', { userId: cy.userId, role: 'comms' })
    .do('bo', 'hypothesis.reject', { hypothesis: 'H1', evidence: ['E1'], because: 'Postgres answers' })
    .do('bo', 'hypothesis.start-test', { hypothesis: 'H2', testBy: '2026-11-23T16:30:00Z' })
    .do('bo', 'hypothesis.propose', { statement: 'The network drops packets' })
    .do('ana', 'task.assign', { task: 'T1', userId: bo.userId })
    .do('cy', 'update.post', {
      ...{ audience: 'public', phase: 'investigating', title: 'Orders fail', text: 'We are looking into it.' },
      components: [{ componentId: COMPONENTS.orders.componentId, state: 'major_outage' }],
    })
    .do('cy', 'update.post', { audience: 'team', text: 'for the team alone' })
    .do('cy', 'update.post', { audience: 'stakeholders', text: 'Half of the orders fail.', nextUpdateAt: '2026-11-23T16:30:00Z' })
    .do('viewer', 'question.ask', { text: 'Are payments lost?' })
    .do('viewer', 'question.ask', { text: 'Since when?' })
    .do('cy', 'question.answer', { question: 'Q1', text: 'No, they are queued.' });
}

describe('the brief', () => {
  const room = toldRoom();

  it('says as text what somebody with thirty seconds asks', () => {
    expect(briefText(makeBrief(room.state), at('2026-11-23T16:10:00.000Z'))).toBe(`INC-7 500 errors on /api/orders
SEV2, investigating. Impact since 16:00 UTC.
Nobody in the EU can pay.
Services: orders and checkout.
The public reads: Orders (major outage).

WHAT WE KNOW
- The cause is not known yet. Not tested so far: 1 hypothesis.

WHAT WE RULED OUT
- H1 Postgres is overloaded. Ruled out by E1 pg_isready. Postgres answers

WHAT WE ARE DOING
- Testing H2 Redis is out of memory (Bo, until 16:30 UTC)
- T1 Raise maxmemory (Bo)

WHO, AND WHEN YOU HEAR NEXT
- Ana commands. Comms: Cy.
- Stakeholders hear next by 16:30 UTC.

LATEST UPDATES
- 16:00 UTC to stakeholders (Cy): Half of the orders fail.
- 16:00 UTC to the public, investigating (Cy): We are looking into it.

QUESTIONS
- Q2 Since when? (Vi, open)
- Q1 Are payments lost? Answer (Cy): No, they are queued.
`);
  });

  it('says plainly what is overdue, and times of another day and zone', () => {
    const late = briefText(makeBrief(room.state), at('2026-11-23T16:31:00.000Z'));
    expect(late).toContain('- Overdue: the next update was promised for 16:30 UTC.');
    expect(late).toContain('(Bo, until 16:30 UTC, over time)');
    const later = briefText(makeBrief(room.state), at('2026-11-24T16:31:00.000Z', 120));
    expect(later).toContain('promised for 2026-11-23 18:30 UTC+02:00.');
  });

  it('names the root cause with what showed it, and why', () => {
    const { state } = toldRoom()
      .do('bo', 'hypothesis.confirm', { hypothesis: 'H2', evidence: ['E2'] })
      .do('bo', 'cause.declare', { hypothesis: 'H2', why: 'The keys never expire.' });
    const markdown = briefMarkdown(makeBrief(state), at('2026-11-23T16:10:00.000Z'));
    expect(markdown).toContain(
      '- **Root cause**: **H2** Redis is out of memory. Shown by E2 dmesg -T. Why: The keys never expire.\n',
    );
    expect(makeBrief(state).confirmed.shown).toEqual([]);
  });

  it('says nothing of what was redacted, nor of what was told the team', () => {
    const { state } = toldRoom()
      .do('bo', 'evidence.redact', { evidence: 'E1', because: 'a name' })
      .do('cy', 'update.redact', { update: 'U1', because: 'a name' });
    const text = briefText(makeBrief(state), at('2026-11-23T16:10:00.000Z'));
    expect(text).not.toMatch(/pg_isready|We are looking|major outage|for the team alone/);
    expect(text).toContain('Half of the orders fail.');
  });

  it('names the postmortem while it is linked', () => {
    const linked = toldRoom()
      .do('cy', 'update.post', { audience: 'public', phase: 'resolved', text: 'Done.' })
      .do('cy', 'postmortem.publish', { url: 'https://acme.example/a_b' });
    const now = at('2026-11-23T16:10:00.000Z');
    expect(briefText(makeBrief(linked.state), now)).toContain('\nPostmortem: https://acme.example/a_b\n');
    expect(briefMarkdown(makeBrief(linked.state), now)).toContain('Postmortem: <https://acme.example/a_b>\n');
    const { state } = linked.do('cy', 'postmortem.publish', { url: null });
    expect(briefText(makeBrief(state), now)).not.toContain('Postmortem');
  });

  it('leaves out components that work again, by the latest update', () => {
    const said = (state: 'operational' | 'degraded_performance') => ({
      ...{ audience: 'public' as const, phase: 'monitoring' as const, text: `It is ${state}.` },
      components: [{ componentId: COMPONENTS.orders.componentId, state }],
    });
    const better = toldRoom().do('cy', 'update.post', said('degraded_performance'));
    expect(makeBrief(better.state).components.shown).toEqual([{ name: 'Orders', state: 'degraded_performance' }]);
    expect(makeBrief(better.do('cy', 'update.post', said('operational')).state).components.shown).toEqual([]);
  });
});

const LINES_MAX = 50;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

function isSound(brief: Brief) {
  const now = at('2026-11-24T10:00:00.000Z');
  for (const write of [briefText, briefMarkdown]) {
    const text = write(brief, now);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
    expect(text).not.toMatch(UUID);
  }
  const lines = briefText(brief, now).split('\n');
  expect(lines.length).toBeLessThanOrEqual(LINES_MAX);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(700);
}

/** Everything that people can name, fifty times over, in these words. */
function crowdedRoom(words: string): Room {
  const room = busyRoom().do('ana', 'incident.describe', {
    title: words.slice(0, 200),
    summary: words,
    services: [words.slice(0, 60)],
  });
  const post = { audience: 'stakeholders' as const, text: words };
  room
    .do('ana', 'update.post', post)
    .do('ana', 'update.post', { ...post, audience: 'public', phase: 'investigating', title: words.slice(0, 200) });
  for (let n = 3; n < 17; n++) {
    room
      .do('bo', 'hypothesis.propose', { statement: `${n} ${words}` })
      .do('bo', 'evidence.add', { text: 'x', title: words.slice(0, 200) });
    const hypothesis = `H${n}`;
    if (n % 3 === 0) room.do('bo', 'hypothesis.reject', { hypothesis, evidence: [`E${n}`], because: words });
    else if (n % 3 === 1) room.do('bo', 'hypothesis.confirm', { hypothesis, evidence: [`E${n}`], because: words });
    else room.do('bo', 'hypothesis.start-test', { hypothesis });
    room.do('ana', 'task.add', { text: words, kind: 'mitigation' }).do('viewer', 'question.ask', { text: `${n} ${words}` });
    if (n % 2 === 0) room.do('ana', 'question.answer', { question: `Q${n - 2}`, text: words });
  }
  return room.do('bo', 'cause.declare', { hypothesis: 'H4', why: words });
}

describe('whatever happened in an incident, the brief', () => {
  it('names nothing that is not there, no ids, and has the length of a screen', () => {
    isSound(makeBrief(runThrough().state));
    isSound(makeBrief(new Room().state));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => isSound(makeBrief(randomRoom(seed, 80).state))),
      { seed: 11, numRuns: 25 },
    );
    const crowded = makeBrief(crowdedRoom('every word of a long sentence '.repeat(15).trim()).state);
    isSound(crowded);
    expect(crowded.ruledOut.more).toBe(2);
    expect(briefText(crowded, at('2026-11-23T17:00:00.000Z'))).toContain('\n- and 2 more\n');
  });

  it('lets every word stand for itself in Markdown, on a line of its own', () => {
    const markup = fc
      .array(
        fc.constantFrom('!', '[', ']', '(', ')', '<', '>', '`', '*', '_', '|', '\\', '&', '#', '$', '~', 'a', ' ', '- ', '1. '),
        {
          minLength: 3,
          maxLength: 30,
        },
      )
      .map((parts) => `x${parts.join('')}`);
    const own = /^(?:# INC-7 |## [A-Z]|- |\*\*SEV\d\*\*|Services|)/;
    fc.assert(
      fc.property(markup, (words) => {
        const text = briefMarkdown(makeBrief(crowdedRoom(words).state), at('2026-11-23T17:00:00.000Z'));
        // Without what is escaped, and the emphasis of our own, no markup is left.
        const bare = text
          .replace(/\\[\\`*_{}[\]<>#|~&!$+\-=:]/g, '')
          .replace(/\\\n/g, '\n')
          .replace(/^(?:##? |- )/gm, '')
          .replace(/\*\*(?:SEV\d|Root cause|[HTQ]\d+|Answer|\d\d:\d\d UTC [^*\n]*)\*\*/g, '');
        expect(bare).not.toMatch(/[`*_[\]<>#|~&$\\]/);
        for (const line of text.split('\n')) expect(line).toMatch(own);
      }),
      { seed: 12, numRuns: 25 },
    );
  });

  it('fits into a log line, cut at a whole line', () => {
    const { state } = crowdedRoom('every word of a long sentence '.repeat(15).trim());
    const options = at('2026-11-23T17:00:00.000Z');
    const whole = briefNote(state, options, 100_000).split('\n');
    expect(whole[0]).toMatch(/^Brief\. INC-7 /);
    for (const most of [400, 2000, 4000]) {
      const note = briefNote(state, options, most);
      expect(note.length).toBeLessThanOrEqual(most);
      const lines = note.split('\n');
      expect(lines.at(-1)).toBe('… The rest is on the page of the brief.');
      expect(lines.slice(0, -1)).toEqual(whole.slice(0, lines.length - 1));
      expect([...lines.slice(0, -1), whole[lines.length - 1], lines.at(-1)].join('\n').length).toBeGreaterThan(most);
    }
  });
});
