import { describe, expect, it } from 'vitest';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, PEOPLE, type Room, STRANGER } from '../testing/room';

const { ana, bo, cy, viewer } = PEOPLE;
const reason = { because: 'a reason' };
const weighed = (evidence: string, hypothesis: string, value: -2 | -1 | 0 | 1 | 2) => (room: Room) =>
  room.do('bo', 'evidence.weigh', { evidence, hypothesis, value });
const confirmed = (room: Room) => room.do('bo', 'hypothesis.confirm', { hypothesis: 'H2', ...reason });
const rejected = (room: Room) => room.do('bo', 'hypothesis.reject', { hypothesis: 'H1', ...reason });
const shelved = (room: Room) => room.do('bo', 'hypothesis.shelve', { hypothesis: 'H1', ...reason });
const owned = (room: Room) => room.do('bo', 'hypothesis.assign', { hypothesis: 'H2', userId: bo.userId, minutes: 15 });
const ownedByObserver = (room: Room) =>
  room
    .do('ana', 'hypothesis.assign', { hypothesis: 'H2', userId: cy.userId })
    .do('ana', 'role.assign', { userId: cy.userId, role: 'observer' });
const testing = (room: Room) => room.do('bo', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 15 });

describe('proposing and revising', () => {
  checkRules(it, [
    ['anyone in the room proposes', asIs, 'cy', 'hypothesis.propose', { statement: 'x' }, 'ok'],
    ['not a viewer', asIs, 'viewer', 'hypothesis.propose', { statement: 'x' }, ['forbidden', /viewer/]],
    ['not nothing', asIs, 'cy', 'hypothesis.propose', { statement: ' ' }, ['invalid', /Write something/]],
    ['not 4,000 characters', asIs, 'cy', 'hypothesis.propose', { statement: 'x'.repeat(4000) }, ['invalid', /longer than/]],
    ['below one that exists', asIs, 'cy', 'hypothesis.propose', { statement: 'x', parent: 'H2' }, 'ok'],
    [
      'not below one that does not',
      asIs,
      'cy',
      'hypothesis.propose',
      { statement: 'x', parent: 'H9' },
      ['not_found', /no hypothesis H9/],
    ],
    ['revising a field', asIs, 'cy', 'hypothesis.revise', { hypothesis: 'H1', prediction: 'connections at the limit' }, 'ok'],
    [
      'revising nothing',
      asIs,
      'cy',
      'hypothesis.revise',
      { hypothesis: 'H1', statement: 'Postgres is overloaded' },
      ['conflict', /says so already/],
    ],
    ['revising what is not there', asIs, 'cy', 'hypothesis.revise', { hypothesis: 'H9', statement: 'x' }, ['not_found', /H9/]],
    [
      'rewording what was judged',
      confirmed,
      'cy',
      'hypothesis.revise',
      { hypothesis: 'H2', statement: 'x' },
      ['rule', /H2 was confirmed by Bo.*Reopen/],
    ],
    [
      'sorting what was judged',
      confirmed,
      'cy',
      'hypothesis.revise',
      { hypothesis: 'H2', pattern: 'exhaustion', parent: 'H1' },
      'ok',
    ],
    ['below itself', asIs, 'cy', 'hypothesis.revise', { hypothesis: 'H2', parent: 'h2' }, ['invalid', /below H2 itself/]],
    [
      'in a circle',
      (room) => room.do('cy', 'hypothesis.revise', { hypothesis: 'H1', parent: 'H2' }),
      'cy',
      'hypothesis.revise',
      { hypothesis: 'H2', parent: 'H1' },
      ['invalid', /H1 hangs below H2/],
    ],
    [
      'to the top again',
      (room) => room.do('cy', 'hypothesis.revise', { hypothesis: 'H1', parent: 'H2' }),
      'cy',
      'hypothesis.revise',
      { hypothesis: 'H1', parent: null },
      'ok',
    ],
  ]);

  it('makes the id of the command the id of what it makes', () => {
    const room = busyRoom().do('cy', 'hypothesis.propose', { statement: 'x', parent: 'H2' });
    expect(room.hypothesis('H3')).toMatchObject({ id: room.last.commandId, parentId: room.hypothesis('H2').id });
    expect(room.ask('cy', 'hypothesis.confirm', { hypothesis: room.last.commandId, ...reason }).ok).toBe(true);
  });
});

describe('assigning', () => {
  const assign = { hypothesis: 'H2' };
  checkRules(it, [
    ['anyone claims what nobody has', asIs, 'bo', 'hypothesis.assign', { ...assign, userId: bo.userId }, 'ok'],
    [
      'nobody claims what somebody has',
      owned,
      'cy',
      'hypothesis.assign',
      { ...assign, userId: cy.userId },
      ['conflict', /Bo has H2 already/],
    ],
    ['the commander gives it on', owned, 'ana', 'hypothesis.assign', { ...assign, userId: cy.userId }, 'ok'],
    ['others do not', asIs, 'bo', 'hypothesis.assign', { ...assign, userId: cy.userId }, ['forbidden', /Ana commands/]],
    ['its owner gives it back', owned, 'bo', 'hypothesis.assign', { ...assign, userId: null }, 'ok'],
    ['nobody else does', owned, 'cy', 'hypothesis.assign', { ...assign, userId: null }, ['forbidden', /Ana commands/]],
    ['its owner takes more time', owned, 'bo', 'hypothesis.assign', { ...assign, userId: bo.userId, minutes: 30 }, 'ok'],
    ['nothing changes', owned, 'bo', 'hypothesis.assign', { ...assign, userId: bo.userId }, ['conflict', /Bo has H2 already/]],
    ['nobody had it', asIs, 'ana', 'hypothesis.assign', { ...assign, userId: null }, ['conflict', /Nobody has H2/]],
    [
      'somebody was faster',
      owned,
      'ana',
      'hypothesis.assign',
      { ...assign, userId: cy.userId, was: null },
      ['conflict', /Bo has H2 already/],
    ],
    [
      'somebody gave it back',
      asIs,
      'ana',
      'hypothesis.assign',
      { ...assign, userId: cy.userId, was: bo.userId },
      ['conflict', /Nobody has H2 any more/],
    ],
    ['not to a viewer', asIs, 'ana', 'hypothesis.assign', { ...assign, userId: viewer.userId }, ['rule', /viewer/]],
    ['not to nobody', asIs, 'ana', 'hypothesis.assign', { ...assign, userId: STRANGER }, ['not_found', /no such person/]],
    [
      'not what was rejected',
      rejected,
      'ana',
      'hypothesis.assign',
      { hypothesis: 'H1', userId: bo.userId },
      ['rule', /rejected by Bo.*Reopen/],
    ],
    [
      'not what was shelved',
      shelved,
      'ana',
      'hypothesis.assign',
      { hypothesis: 'H1', userId: bo.userId },
      ['rule', /shelved by Bo.*Reopen/],
    ],
    [
      'two time-boxes',
      asIs,
      'bo',
      'hypothesis.assign',
      { ...assign, userId: bo.userId, minutes: 5, testBy: '2026-11-23T16:30:00Z' },
      ['invalid', /not both/],
    ],
    [
      'a time-box that has ended',
      asIs,
      'bo',
      'hypothesis.assign',
      { ...assign, userId: bo.userId, testBy: '2026-11-23T15:30:00Z' },
      ['invalid', /ended already/],
    ],
    [
      'a time-box of a month',
      asIs,
      'bo',
      'hypothesis.assign',
      { ...assign, userId: bo.userId, testBy: '2026-12-23T15:30:00Z' },
      ['invalid', /longer than a week/],
    ],
    [
      'a time-box of no time',
      asIs,
      'bo',
      'hypothesis.assign',
      { ...assign, userId: bo.userId, minutes: 0 },
      ['invalid', /at least a minute/],
    ],
  ]);

  it('ends a test that nobody runs any more', () => {
    const room = testing(busyRoom()).do('bo', 'hypothesis.assign', { hypothesis: 'H2', userId: null });
    expect(room.hypothesis('H2')).toMatchObject({ state: 'open', ownerId: null, testBy: null, testStartedAt: null });
  });

  it('keeps the running time-box for the next owner', () => {
    const room = testing(busyRoom());
    const { testBy } = room.hypothesis('H2');
    room.do('ana', 'hypothesis.assign', { hypothesis: 'H2', userId: cy.userId });
    expect(room.hypothesis('H2')).toMatchObject({ state: 'testing', ownerName: 'Cy', testBy });
  });
});

describe('testing', () => {
  const start = { hypothesis: 'H2' };
  checkRules(it, [
    ['anyone starts on what nobody has', asIs, 'bo', 'hypothesis.start-test', start, 'ok'],
    ['its owner starts', owned, 'bo', 'hypothesis.start-test', start, 'ok'],
    ['others do not', owned, 'cy', 'hypothesis.start-test', start, ['conflict', /Bo has H2/]],
    ['the commander starts it for its owner', owned, 'ana', 'hypothesis.start-test', start, 'ok'],
    ['but not for who only observes now', ownedByObserver, 'ana', 'hypothesis.start-test', start, ['rule', /Cy observes/]],
    ['twice', testing, 'bo', 'hypothesis.start-test', start, ['conflict', /Bo is testing H2 until 16:15 UTC/]],
    ['what was rejected', rejected, 'bo', 'hypothesis.start-test', { hypothesis: 'H1' }, ['rule', /Reopen/]],
    [
      'somebody was faster',
      confirmed,
      'bo',
      'hypothesis.start-test',
      { ...start, was: 'open' },
      ['conflict', /confirmed by Bo.*meanwhile/],
    ],
    ['what is not there', asIs, 'bo', 'hypothesis.start-test', { hypothesis: 'H9' }, ['not_found', /H9/]],
    ['no reference', asIs, 'bo', 'hypothesis.start-test', { hypothesis: 'E1' }, ['invalid', /for example H1/]],
  ]);

  it('makes who starts its owner, for a quarter of an hour', () => {
    const room = busyRoom().do('bo', 'hypothesis.start-test', { hypothesis: 'H2' });
    const minutes = (Date.parse(room.hypothesis('H2').testBy!) - Date.parse(room.last.at)) / 60_000;
    expect(room.hypothesis('H2')).toMatchObject({ state: 'testing', ownerName: 'Bo', testStartedAt: room.last.at });
    expect(minutes).toBe(15);
  });
});

describe('verdicts', () => {
  const h1 = { hypothesis: 'H1' };
  const h2 = { hypothesis: 'H2' };
  checkRules(it, [
    ['confirming needs evidence', asIs, 'bo', 'hypothesis.confirm', h2, ['rule', /Attach evidence, or say why/]],
    ['confirming with evidence', weighed('E2', 'H2', 1), 'bo', 'hypothesis.confirm', h2, 'ok'],
    ['evidence that says nothing is none', weighed('E2', 'H2', 0), 'bo', 'hypothesis.confirm', h2, 'rule'],
    ['confirming with a reason', asIs, 'bo', 'hypothesis.confirm', { ...h2, ...reason }, 'ok'],
    ['confirming by naming evidence', asIs, 'bo', 'hypothesis.confirm', { ...h2, evidence: ['E2'] }, 'ok'],
    [
      'not against what rules it out',
      (room) => weighed('E1', 'H2', -2)(weighed('E2', 'H2', 2)(room)),
      'bo',
      'hypothesis.confirm',
      h2,
      ['rule', /E1 rules H2 out.*say why/],
    ],
    [
      'against what rules it out, with a reason',
      (room) => weighed('E1', 'H2', -2)(weighed('E2', 'H2', 2)(room)),
      'bo',
      'hypothesis.confirm',
      { ...h2, ...reason },
      'ok',
    ],
    [
      'redacted evidence is none',
      (room) => weighed('E2', 'H2', 1)(room).do('bo', 'evidence.redact', { evidence: 'E2', ...reason }),
      'bo',
      'hypothesis.confirm',
      h2,
      'rule',
    ],
    ['naming what is not there', asIs, 'bo', 'hypothesis.confirm', { ...h2, evidence: ['E9'] }, ['not_found', /E9/]],
    [
      'naming what speaks against it',
      weighed('E1', 'H2', -1),
      'bo',
      'hypothesis.confirm',
      { ...h2, evidence: ['E1'], ...reason },
      ['rule', /E1 speaks against H2 by Bo/],
    ],
    [
      'naming what was redacted',
      (room) => room.do('bo', 'evidence.redact', { evidence: 'E2', ...reason }),
      'bo',
      'hypothesis.confirm',
      { ...h2, evidence: ['E2'] },
      ['rule', /redacted/],
    ],
    [
      'confirming twice',
      confirmed,
      'ana',
      'hypothesis.confirm',
      { ...h2, ...reason },
      ['conflict', /confirmed by Bo at 16:00 UTC. Reopen/],
    ],
    ['rejecting what was confirmed', confirmed, 'ana', 'hypothesis.reject', { ...h2, ...reason }, ['conflict', /Reopen/]],
    [
      'confirming what was rejected',
      rejected,
      'ana',
      'hypothesis.confirm',
      { ...h1, ...reason },
      ['conflict', /rejected by Bo.*Reopen/],
    ],
    ['rejecting needs evidence', asIs, 'bo', 'hypothesis.reject', h1, ['rule', /Attach evidence, or say why/]],
    ['rejecting with evidence', weighed('E1', 'H1', -1), 'bo', 'hypothesis.reject', h1, 'ok'],
    ['support is no reason to reject', weighed('E1', 'H1', 2), 'bo', 'hypothesis.reject', h1, 'rule'],
    [
      'rejecting by naming what supports it',
      weighed('E1', 'H1', 2),
      'bo',
      'hypothesis.reject',
      { ...h1, evidence: ['E1'] },
      ['rule', /E1 supports H1/],
    ],
    ['rejecting with a reason', asIs, 'bo', 'hypothesis.reject', { ...h1, ...reason }, 'ok'],
    [
      'somebody was faster',
      testing,
      'ana',
      'hypothesis.reject',
      { ...h2, ...reason, was: 'open' },
      ['conflict', /taken into testing by Bo/],
    ],
    ['shelving needs a reason', asIs, 'bo', 'hypothesis.shelve', { ...h1, because: '' }, 'invalid'],
    ['shelving', asIs, 'bo', 'hypothesis.shelve', { ...h1, ...reason }, 'ok'],
    ['shelving twice', shelved, 'bo', 'hypothesis.shelve', { ...h1, ...reason }, ['conflict', /shelved already/]],
    ['shelving what was confirmed', confirmed, 'bo', 'hypothesis.shelve', { ...h2, ...reason }, ['conflict', /Reopen/]],
    ['reopening', rejected, 'bo', 'hypothesis.reopen', { ...h1, ...reason }, 'ok'],
    ['reopening without a reason', rejected, 'bo', 'hypothesis.reopen', { ...h1, because: ' ' }, 'invalid'],
    ['reopening what is open', asIs, 'bo', 'hypothesis.reopen', { ...h1, ...reason }, ['conflict', /open already/]],
    [
      'reopening what changed',
      shelved,
      'bo',
      'hypothesis.reopen',
      { ...h1, ...reason, was: 'rejected' },
      ['conflict', /shelved by Bo.*meanwhile/],
    ],
    ['viewers judge nothing', asIs, 'viewer', 'hypothesis.reject', { ...h1, ...reason }, ['forbidden', /viewer/]],
  ]);

  it('weighs what was named and not weighed yet', () => {
    const room = busyRoom().do('bo', 'hypothesis.reject', { hypothesis: 'H1', evidence: ['E1', 'e1'] });
    expect(room.events.slice(-2).map((event) => event.type)).toEqual(['evidence.weighed', 'hypothesis.rejected']);
    expect(Object.values(room.state.bearings)).toMatchObject([{ value: -2, by: { name: 'Bo' } }]);
    expect(room.hypothesis('H1').verdict?.evidenceIds).toEqual([room.evidence('E1').id]);
  });

  it('says how it stands now and who judged', () => {
    const room = confirmed(busyRoom());
    const decision = room.ask('ana', 'hypothesis.reject', { hypothesis: 'H2', ...reason });
    expect(decision).toMatchObject({ present: { value: 'confirmed', by: { name: 'Bo', at: room.last.at } } });
  });
});

describe('the root cause', () => {
  const declared = (room: Room) => confirmed(room).do('bo', 'cause.declare', { hypothesis: 'H2', why: 'limit too low' });
  const child = (room: Room) =>
    declared(room)
      .do('bo', 'hypothesis.propose', { statement: 'No expiry on history keys', parent: 'H2' })
      .do('bo', 'hypothesis.confirm', { hypothesis: 'H3', ...reason });
  checkRules(it, [
    ['is confirmed first', asIs, 'bo', 'cause.declare', { hypothesis: 'H2', why: 'x' }, ['rule', /H2 is not confirmed/]],
    [
      'is a confirmed hypothesis',
      confirmed,
      'bo',
      'cause.declare',
      { hypothesis: 'H2', why: 'this is the place we can change' },
      'ok',
    ],
    ['has a why', confirmed, 'bo', 'cause.declare', { hypothesis: 'H2', why: '' }, 'invalid'],
    [
      'twice',
      declared,
      'ana',
      'cause.declare',
      { hypothesis: 'H2', why: 'limit too low' },
      ['conflict', /declared the root cause already by Bo/],
    ],
    ['with a better why', declared, 'ana', 'cause.declare', { hypothesis: 'H2', why: 'no limit on history' }, 'ok'],
    ['deeper down its own chain', child, 'ana', 'cause.declare', { hypothesis: 'H3', why: 'x' }, 'ok'],
    [
      'not beside it',
      (room) => declared(room).do('bo', 'hypothesis.confirm', { hypothesis: 'H1', ...reason }),
      'ana',
      'cause.declare',
      { hypothesis: 'H1', why: 'x' },
      ['conflict', /H2 was declared.*Withdraw/],
    ],
    ['is withdrawn with a reason', declared, 'ana', 'cause.withdraw', reason, 'ok'],
    ['is not withdrawn where there is none', asIs, 'ana', 'cause.withdraw', reason, ['conflict', /nothing to withdraw/]],
    ['of nothing', asIs, 'ana', 'cause.declare', { hypothesis: 'H9', why: 'x' }, 'not_found'],
  ]);

  it('is withdrawn with the hypothesis that is reopened', () => {
    const room = declared(busyRoom()).do('bo', 'hypothesis.reopen', { hypothesis: 'H2', ...reason });
    expect(room.state.rootCause).toBeNull();
    expect(room.events.slice(-2).map((event) => event.type)).toEqual(['cause.withdrawn', 'hypothesis.reopened']);
  });

  it('is named in the note of a hand-over', () => {
    const room = declared(busyRoom()).do('ana', 'command.hand-over', { userId: bo.userId });
    expect(room.state.handOver?.note).toContain('Root cause: H2 Redis is out of memory.');
    expect(room.state.handOver?.fromId).toBe(ana.userId);
  });
});
