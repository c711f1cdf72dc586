import { describe as group, expect, it } from 'vitest';
import { describe, kindOf, LINE_KINDS, logLines, predicateOf } from './describe';
import type { EventType } from './events';
import { runThrough } from './testing/every-event';
import { busyRoom, PEOPLE } from './testing/room';

const { bo, cy } = PEOPLE;
const room = runThrough();
const told = room.events.map((event) => describe(room.state, event));

group('every event as a line', () => {
  it.each([
    'Ana declared INC-7: 500 errors on /api/orders (SEV2)',
    'Ana changed the title to “Orders fail”, the services to orders and redis and the start of impact to 15:58 UTC',
    'Ana took command',
    'Ana made Bo scribe',
    'Cy took the role of comms',
    'Bo gave back the role of scribe',
    'Ana set the severity from SEV2 to SEV1: all customers',
    'Alert fired\nagain',
    'Bo reworded #8',
    'Bo moved #8 to 15:59 UTC',
    'Cy pinned #8',
    'Cy unpinned #8',
    'Bo proposed H1: Postgres is overloaded',
    'Bo proposed H2: Redis is out of memory',
    'Bo proposed H3: No expiry on history keys (below H2)',
    'Bo reworded H3: History keys never expire',
    'Bo revised the prediction and component of H2',
    'Bo took H2 until 16:30 UTC',
    'Ana gave H1 to Cy',
    'Cy gave H1 back to everybody',
    'Bo started testing H2 until 16:30 UTC',
    'Ana added T1: Raise maxmemory (for Bo, due 17:00 UTC)',
    'Bo weighed: E1 rules out H1: 0 active queries',
    'Cy rejected H1: Postgres answers (E1 speaks against it)',
    'Bo confirmed H2 (E2 supports it)',
    'Bo declared H2 the root cause: limit too low',
    'Bo withdrew H2 as the root cause: deeper',
    'Bo reopened H2: deeper',
    'Bo shelved H3: later',
    'Bo attached E2: dmesg -T',
    'Bo renamed E2 to “OOM kill” and filed it under log',
    'Bo attached E3 (redacted since)',
    'Bo redacted E3: a password',
    '[redacted by Bo: a password]',
    'Cy took T2',
    'Bo finished T1: raised to 192 MB',
    'Cy dropped T2: no use',
    'Cy posted U1 to the public, investigating: We are looking into it. (Orders: major outage; next update by 16:30 UTC)',
    'Cy moved the next update from 16:30 UTC to 16:40 UTC: the test still runs',
    'Cy corrected the words of U1: too short',
    'Bo posted U2 to the team (redacted since)',
    'Bo redacted U2: a password',
    'Ana promised stakeholders the next update by 17:00 UTC',
    'Cy published the postmortem: https://acme.example/postmortems/7',
    'Cy took the link to the postmortem back',
    'Vi asked Q1: Are payments lost?',
    'Cy answered Q1: No, they are queued.',
    'Ada came on shift',
    'Ada went off shift: T3 is left',
    'Ana made the incident private (let in as they took part: Ada)',
    'Ana gave Dee access',
    "Ana withdrew Dee's access",
    'Ana opened the incident to everybody here',
    'Ana offers command to Bo',
    'Bo took command over from Ana',
    'Ana took command from Bo: Bo is asleep',
    'Ana set the status from investigating to resolved (E2 shows it; still running: T3 and the promised update)',
    'Ana set the status from resolved to identified: back again',
  ])('%s', (line) => expect(told).toContain(line));

  it('covers every kind of event there is', () => {
    const types = new Set<EventType>(room.events.map((event) => event.type));
    expect(types.size).toBe(44);
    expect(new Set(room.events.map(kindOf))).toEqual(new Set(LINE_KINDS));
  });

  it('is one line, notes apart, and never names an id', () => {
    for (const [index, line] of told.entries()) {
      if (room.events[index]?.type !== 'log.written') expect(line).not.toContain('\n');
      expect(line).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|undefined|null|\[object/);
    }
  });

  it('shows times in the zone that is asked for, with the day where it differs', () => {
    const here = busyRoom().do('ana', 'incident.describe', { startedAt: '2026-11-22T23:30:00Z' });
    expect(predicateOf(here.state, here.last)).toBe('changed the start of impact to 2026-11-22 23:30 UTC');
    expect(predicateOf(here.state, here.last, 120)).toBe('changed the start of impact to 01:30 UTC+02:00');
    expect(predicateOf(here.state, here.last, -210)).toBe('changed the start of impact to 2026-11-22 20:00 UTC-03:30');
  });

  it('says what the summary says now, on one line, and only its beginning where it is long', () => {
    const summary = (words: string | null) => {
      const here = busyRoom().do('ana', 'incident.describe', { summary: 'x' }).do('ana', 'incident.describe', { summary: words });
      return predicateOf(here.state, here.last);
    };
    expect(summary('Orders fail.\nReading works.')).toBe('changed the summary to “Orders fail. / Reading works.”');
    expect(summary('y'.repeat(300))).toBe(`changed the summary to “${'y'.repeat(200)} …”`);
    expect(summary(null)).toBe('changed the summary to nothing');
  });
});

group('the log', () => {
  const here = busyRoom()
    .do('bo', 'log.write', { text: 'first wording' })
    .do('cy', 'log.write', { text: 'a secret' })
    .do('cy', 'log.write', { text: 'earlier' }, { at: '2026-11-23T15:00:00.000Z' });
  here
    .do('bo', 'log.revise', { entry: 8, text: 'second wording', at: '2026-11-23T14:00:00Z' })
    .do('cy', 'log.redact', { entry: 9, because: 'it was one' })
    .do('bo', 'log.pin', { entry: 1 });
  const lines = logLines(here.state, here.events);

  it('is ordered by when things happened, then by seq', () => {
    expect(lines.map((line) => line.seq)).toEqual([8, 10, 1, 2, 3, 4, 5, 6, 7, 9]);
  });

  it('shows what notes say now, pins and tombstones', () => {
    expect(lines[0]).toMatchObject({
      text: 'second wording',
      at: '2026-11-23T14:00:00.000Z',
      revisions: 1,
      kind: 'note',
      author: 'Bo',
      authorId: bo.userId,
    });
    expect(lines.at(-1)).toMatchObject({ text: '[redacted by Cy: it was one]', redacted: true, authorId: cy.userId });
    expect(lines.find((line) => line.seq === 1)).toMatchObject({ pinned: true, at: here.events[0]?.at, kind: 'incident' });
    expect(JSON.stringify(lines)).not.toContain('a secret');
  });
});
