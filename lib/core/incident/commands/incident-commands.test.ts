import { describe, expect, it } from 'vitest';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, PEOPLE, Room, STRANGER } from '../testing/room';

const { ana, bo, cy, viewer } = PEOPLE;
const reason = { because: 'because' };

describe('describing an incident', () => {
  checkRules(it, [
    ['anyone in the room may', asIs, 'cy', 'incident.describe', { title: 'Orders fail' }, 'ok'],
    ['not a viewer', asIs, 'viewer', 'incident.describe', { title: 'Orders fail' }, ['forbidden', /viewer/]],
    ['nothing is asked for', asIs, 'ana', 'incident.describe', {}, ['invalid', /at least one field/]],
    [
      'nothing changes',
      asIs,
      'ana',
      'incident.describe',
      { title: '500 errors on /api/orders', services: [] },
      ['conflict', /already/],
    ],
    [
      'somebody was faster',
      (room) => room.do('cy', 'incident.describe', { summary: 'Everybody' }),
      'bo',
      'incident.describe',
      { summary: 'The EU only', was: { summary: null } },
      ['conflict', /summary was changed meanwhile/],
    ],
    [
      'another field is of no matter',
      (room) => room.do('cy', 'incident.describe', { summary: 'Everybody' }),
      'bo',
      'incident.describe',
      { services: ['orders'], was: { services: [] } },
      'ok',
    ],
    ['an empty title', asIs, 'ana', 'incident.describe', { title: '  ' }, ['invalid', /Write something/]],
    ['a title of two lines', asIs, 'ana', 'incident.describe', { title: 'a\nb' }, ['invalid', /one line/]],
    ['a long title', asIs, 'ana', 'incident.describe', { title: 'a'.repeat(201) }, ['invalid', /longer than 200/]],
    ['a null byte', asIs, 'ana', 'incident.describe', { summary: 'a\0b' }, ['invalid', /null byte/]],
    ['half a character', asIs, 'ana', 'incident.describe', { summary: 'a\ud83d' }, ['invalid', /broken character/]],
    ['impact in the future', asIs, 'ana', 'incident.describe', { startedAt: '2026-11-24T16:00:00Z' }, ['invalid', /future/]],
    ['impact years ago', asIs, 'ana', 'incident.describe', { startedAt: '2020-11-24T16:00:00Z' }, ['invalid', /year ago/]],
    ['detected in the future', asIs, 'ana', 'incident.describe', { detectedAt: '2026-11-24T16:00:00Z' }, ['invalid', /future/]],
    ['a time without a zone', asIs, 'ana', 'incident.describe', { startedAt: '2026-11-23T16:00:00' }, ['invalid', /RFC 3339/]],
  ]);

  it('writes only the fields that change, and keeps times as UTC', () => {
    const room = new Room().do('ana', 'incident.describe', {
      title: '500 errors on /api/orders',
      startedAt: '2026-11-23T16:30:00+01:00',
      services: ['orders'],
    });
    expect(room.last.data).toEqual({ startedAt: '2026-11-23T15:30:00.000Z', services: ['orders'] });
    expect(room.state).toMatchObject({ startedAt: '2026-11-23T15:30:00.000Z', services: ['orders'] });
  });
});

describe('severity', () => {
  checkRules(it, [
    ['the commander sets it', asIs, 'ana', 'incident.set-severity', { severity: 'SEV1' }, 'ok'],
    ['others ask the commander', asIs, 'bo', 'incident.set-severity', { severity: 'SEV1' }, ['forbidden', /Ana commands/]],
    [
      'the deputy sets it',
      (room) => room.do('ana', 'role.assign', { userId: bo.userId, role: 'deputy' }),
      'bo',
      'incident.set-severity',
      { severity: 'SEV1' },
      'ok',
    ],
    [
      'without a commander anybody does',
      (room) => room.do('ana', 'role.release', { role: 'commander' }),
      'bo',
      'incident.set-severity',
      { severity: 'SEV1' },
      'ok',
    ],
    ['it is so already', asIs, 'ana', 'incident.set-severity', { severity: 'SEV2' }, ['conflict', /SEV2 already, set by Ana/]],
    [
      'somebody was faster',
      (room) => room.do('ana', 'incident.set-severity', { severity: 'SEV1' }),
      'ana',
      'incident.set-severity',
      { severity: 'SEV3', was: 'SEV2' },
      ['conflict', /set to SEV1 by Ana at 16:00 UTC meanwhile/],
    ],
    ['no such severity', asIs, 'ana', 'incident.set-severity', { severity: 'SEV9' as 'SEV1' }, 'invalid'],
  ]);

  it('says how it stands now and who set it', () => {
    const room = busyRoom().do('ana', 'incident.set-severity', { severity: 'SEV1' });
    const decision = room.ask('ana', 'incident.set-severity', { severity: 'SEV4', was: 'SEV2' });
    expect(decision).toMatchObject({ present: { value: 'SEV1', by: { userId: ana.userId, name: 'Ana', at: room.last.at } } });
  });
});

const confirmed = (room: Room) => room.do('bo', 'hypothesis.confirm', { hypothesis: 'H2', ...reason });
const resolved = (room: Room) => room.do('ana', 'incident.set-status', { status: 'resolved', ...reason });
const closed = (room: Room) => resolved(room).do('ana', 'incident.set-status', { status: 'closed' });

describe('status', () => {
  checkRules(it, [
    [
      'identified needs a confirmed hypothesis',
      asIs,
      'ana',
      'incident.set-status',
      { status: 'identified' },
      ['rule', /Confirm one, or say why/],
    ],
    ['identified with one', confirmed, 'ana', 'incident.set-status', { status: 'identified' }, 'ok'],
    ['identified with a reason', asIs, 'ana', 'incident.set-status', { status: 'identified', ...reason }, 'ok'],
    ['monitoring needs nothing', asIs, 'ana', 'incident.set-status', { status: 'monitoring' }, 'ok'],
    [
      'resolved needs evidence',
      asIs,
      'ana',
      'incident.set-status',
      { status: 'resolved' },
      ['rule', /symptom is gone.*or say why/],
    ],
    ['resolved with evidence', asIs, 'ana', 'incident.set-status', { status: 'resolved', evidence: 'e2' }, 'ok'],
    ['resolved with a reason', asIs, 'ana', 'incident.set-status', { status: 'resolved', ...reason }, 'ok'],
    [
      'evidence that does not exist',
      asIs,
      'ana',
      'incident.set-status',
      { status: 'resolved', evidence: 'E9' },
      ['not_found', /no evidence E9/],
    ],
    [
      'evidence that was redacted',
      (room) => room.do('bo', 'evidence.redact', { evidence: 'E2', ...reason }),
      'ana',
      'incident.set-status',
      { status: 'resolved', evidence: 'E2' },
      ['rule', /E2 was redacted/],
    ],
    [
      'back without a reason',
      (room) => room.do('ana', 'incident.set-status', { status: 'monitoring' }),
      'ana',
      'incident.set-status',
      { status: 'investigating' },
      ['rule', /needs a reason/],
    ],
    [
      'back with a reason',
      (room) => room.do('ana', 'incident.set-status', { status: 'monitoring' }),
      'ana',
      'incident.set-status',
      { status: 'investigating', ...reason },
      'ok',
    ],
    [
      'closed only from resolved',
      asIs,
      'ana',
      'incident.set-status',
      { status: 'closed', ...reason },
      ['rule', /resolved first/],
    ],
    ['closed from resolved', resolved, 'ana', 'incident.set-status', { status: 'closed' }, 'ok'],
    ['the same again', asIs, 'ana', 'incident.set-status', { status: 'investigating' }, ['conflict', /investigating already/]],
    [
      'somebody was faster',
      resolved,
      'ana',
      'incident.set-status',
      { status: 'monitoring', was: 'investigating', ...reason },
      ['conflict', /resolved by Ana/],
    ],
    ['others ask the commander', asIs, 'bo', 'incident.set-status', { status: 'monitoring' }, ['forbidden', /Ana commands/]],
  ]);

  it('lists what still runs when it is resolved', () => {
    const room = resolved(busyRoom().do('bo', 'hypothesis.start-test', { hypothesis: 'H1' }));
    expect(room.last.data).toMatchObject({ running: ['T1', 'H1'] });
  });

  it('keeps the first time of each status, and forgets it on the way back', () => {
    const room = resolved(busyRoom());
    expect(room.state.resolvedAt).toBe(room.last.at);
    expect(room.state.mitigatedAt).toBe(room.last.at);
    const { resolvedAt } = room.state;
    room.do('ana', 'incident.set-status', { status: 'closed' });
    expect(room.state).toMatchObject({ resolvedAt, mitigatedAt: resolvedAt, closedAt: room.last.at });
    room.do('ana', 'incident.set-status', { status: 'identified', ...reason });
    expect(room.state).toMatchObject({ resolvedAt: null, mitigatedAt: null, closedAt: null });
  });
});

describe('a closed incident', () => {
  checkRules(it, [
    ['takes log lines', closed, 'bo', 'log.write', { text: 'one more thing' }, 'ok'],
    ['takes a pin', closed, 'bo', 'log.pin', { entry: 1 }, 'ok'],
    ['takes follow-up tasks', closed, 'bo', 'task.add', { text: 'Alert on memory', kind: 'follow-up' }, 'ok'],
    ['takes no other task', closed, 'bo', 'task.add', { text: 'Restart' }, ['rule', /follow-up tasks only/]],
    ['finishes what is open', closed, 'bo', 'task.finish', { task: 'T1' }, 'ok'],
    ['redacts evidence', closed, 'bo', 'evidence.redact', { evidence: 'E1', ...reason }, 'ok'],
    [
      'takes no hypothesis',
      closed,
      'bo',
      'hypothesis.propose',
      { statement: 'x' },
      ['rule', /INC-7 was closed.*Set its status back/],
    ],
    ['takes no evidence', closed, 'bo', 'evidence.add', { text: 'x' }, ['rule', /was closed/]],
    ['takes no severity', closed, 'ana', 'incident.set-severity', { severity: 'SEV1' }, ['rule', /was closed/]],
    ['is reopened with a reason', closed, 'ana', 'incident.set-status', { status: 'investigating', ...reason }, 'ok'],
    ['is not reopened without', closed, 'ana', 'incident.set-status', { status: 'investigating' }, ['rule', /needs a reason/]],
  ]);
});

const hidden = (room: Room) => room.do('ana', 'incident.restrict', { isPrivate: true });

describe('who may see it', () => {
  checkRules(it, [
    ['the commander makes it private', asIs, 'ana', 'incident.restrict', { isPrivate: true }, 'ok'],
    ['others ask the commander', asIs, 'bo', 'incident.restrict', { isPrivate: true }, ['forbidden', /Ana commands/]],
    [
      'it is open already',
      asIs,
      'ana',
      'incident.restrict',
      { isPrivate: false },
      ['conflict', /open to everybody here already/],
    ],
    ['a stranger does not learn of it', hidden, 'cy', 'log.write', { text: 'x' }, ['not_found', /no such incident/]],
    ['an administrator sees it', hidden, 'admin', 'log.write', { text: 'x' }, 'ok'],
    ['who took part stays', hidden, 'bo', 'log.write', { text: 'x' }, 'ok'],
    [
      'access lets in',
      (room) => hidden(room).do('ana', 'incident.grant', { userId: cy.userId }),
      'cy',
      'log.write',
      { text: 'x' },
      'ok',
    ],
    [
      'a role lets in',
      (room) => hidden(room).do('ana', 'role.assign', { userId: cy.userId, role: 'scribe' }),
      'cy',
      'log.write',
      { text: 'x' },
      'ok',
    ],
    [
      'a viewer with access reads only',
      (room) => hidden(room).do('ana', 'incident.grant', { userId: viewer.userId }),
      'viewer',
      'log.write',
      { text: 'x' },
      ['forbidden', /viewer/],
    ],
    [
      'access twice',
      (room) => room.do('ana', 'incident.grant', { userId: cy.userId }),
      'ana',
      'incident.grant',
      { userId: cy.userId },
      ['conflict', /Cy has access already/],
    ],
    ['nobody there', asIs, 'ana', 'incident.grant', { userId: STRANGER }, ['not_found', /no such person/]],
    [
      'withdrawn access cuts off',
      (room) => hidden(room).do('ana', 'incident.grant', { userId: bo.userId, allowed: false }),
      'bo',
      'log.write',
      { text: 'x' },
      'not_found',
    ],
    [
      'withdrawing takes roles too',
      (room) =>
        hidden(room)
          .do('ana', 'role.assign', { userId: bo.userId, role: 'scribe' })
          .do('ana', 'incident.grant', { userId: bo.userId, allowed: false }),
      'bo',
      'log.write',
      { text: 'x' },
      'not_found',
    ],
    [
      'withdrawing what nobody has',
      asIs,
      'ana',
      'incident.grant',
      { userId: cy.userId, allowed: false },
      ['conflict', /no access/],
    ],
    [
      'not from the commander',
      (room) => room.do('ana', 'role.assign', { userId: bo.userId, role: 'deputy' }),
      'bo',
      'incident.grant',
      { userId: ana.userId, allowed: false },
      ['rule', /Hand command over first/],
    ],
    ['others ask the commander for access', asIs, 'bo', 'incident.grant', { userId: cy.userId }, ['forbidden', /Ana commands/]],
  ]);

  it('lets in everybody who took part, but not whom it was withdrawn from', () => {
    const room = busyRoom()
      .do('dee', 'log.write', { text: 'a note' })
      .do('ana', 'task.assign', { task: 'T1', userId: cy.userId })
      .do('ana', 'incident.grant', { userId: PEOPLE.dee.userId })
      .do('ana', 'incident.grant', { userId: PEOPLE.dee.userId, allowed: false });
    hidden(room);
    expect(room.last.data).toEqual({
      isPrivate: true,
      keeps: [
        { userId: bo.userId, name: 'Bo' },
        { userId: cy.userId, name: 'Somebody' },
      ],
    });
    expect(Object.keys(room.state.access).sort()).toEqual([ana.userId, bo.userId, cy.userId].sort());
  });

  it('keeps somebody in who gives a role back', () => {
    const room = hidden(busyRoom())
      .do('ana', 'role.assign', { userId: cy.userId, role: 'scribe' })
      .do('cy', 'role.release', { role: 'scribe' });
    expect(room.ask('cy', 'log.write', { text: 'still here' }).ok).toBe(true);
  });

  it('never locks out the one who makes it private', () => {
    const room = hidden(new Room({}, 'bo').do('ana', 'command.take', {}));
    expect(room.state.access).toHaveProperty(ana.userId);
  });
});
