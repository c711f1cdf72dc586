import { describe, expect, it } from 'vitest';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, PEOPLE, type Room, STRANGER } from '../testing/room';

const { ana, bo, cy, dee, viewer } = PEOPLE;
const reason = { because: 'Ana is asleep' };
const observing = (room: Room) => room.do('ana', 'role.assign', { userId: cy.userId, role: 'observer' });
const offered = (room: Room) => room.do('ana', 'command.hand-over', { userId: bo.userId });
const leaderless = (room: Room) => room.do('ana', 'role.release', { role: 'commander' });

describe('roles', () => {
  checkRules(it, [
    ['the commander gives them', asIs, 'ana', 'role.assign', { userId: bo.userId, role: 'comms' }, 'ok'],
    ['others do not', asIs, 'bo', 'role.assign', { userId: cy.userId, role: 'comms' }, ['forbidden', /Ana commands/]],
    ['anybody claims what nobody holds', asIs, 'bo', 'role.assign', { userId: bo.userId, role: 'scribe' }, 'ok'],
    [
      'nobody claims what is held',
      (room) => room.do('ana', 'role.assign', { userId: cy.userId, role: 'scribe' }),
      'bo',
      'role.assign',
      { userId: bo.userId, role: 'scribe' },
      ['conflict', /Cy is scribe already/],
    ],
    [
      'nobody makes themselves deputy',
      asIs,
      'bo',
      'role.assign',
      { userId: bo.userId, role: 'deputy' },
      ['forbidden', /Ana commands/],
    ],
    [
      'many may be responders',
      (room) => room.do('cy', 'role.assign', { userId: cy.userId, role: 'responder' }),
      'bo',
      'role.assign',
      { userId: bo.userId, role: 'responder' },
      'ok',
    ],
    [
      'twice',
      (room) => room.do('ana', 'role.assign', { userId: bo.userId, role: 'comms' }),
      'ana',
      'role.assign',
      { userId: bo.userId, role: 'comms' },
      ['conflict', /Bo is comms already/],
    ],
    ['a viewer observes', asIs, 'ana', 'role.assign', { userId: viewer.userId, role: 'observer' }, 'ok'],
    [
      'a viewer does nothing else',
      asIs,
      'ana',
      'role.assign',
      { userId: viewer.userId, role: 'scribe' },
      ['rule', /can only observe/],
    ],
    ['a viewer gives none', asIs, 'viewer', 'role.assign', { userId: viewer.userId, role: 'observer' }, ['forbidden', /viewer/]],
    ['nobody there', asIs, 'ana', 'role.assign', { userId: STRANGER, role: 'scribe' }, ['not_found', /no such person/]],
    [
      'one commander at a time',
      asIs,
      'ana',
      'role.assign',
      { userId: bo.userId, role: 'commander' },
      ['conflict', /Ana commands.*Hand command over/],
    ],
    ['commander where there is none', leaderless, 'cy', 'role.assign', { userId: bo.userId, role: 'commander' }, 'ok'],
    [
      'who works does not observe',
      (room) => room.do('ana', 'role.assign', { userId: bo.userId, role: 'comms' }),
      'ana',
      'role.assign',
      { userId: bo.userId, role: 'observer' },
      ['rule', /Bo is comms. Release that first/],
    ],
    ['observers do not write', observing, 'cy', 'log.write', { text: 'x' }, ['forbidden', /Give back the observer role/]],
    ['observers give the role back', observing, 'cy', 'role.release', { role: 'observer' }, 'ok'],
    ['releasing what nobody holds', asIs, 'bo', 'role.release', { role: 'scribe' }, ['conflict', /not scribe/]],
    ['the commander releases others', observing, 'ana', 'role.release', { userId: cy.userId, role: 'observer' }, 'ok'],
    ['others do not', observing, 'bo', 'role.release', { userId: cy.userId, role: 'observer' }, ['forbidden', /Ana commands/]],
    [
      'the deputy does not depose',
      (room) => room.do('ana', 'role.assign', { userId: bo.userId, role: 'deputy' }),
      'bo',
      'role.release',
      { userId: ana.userId, role: 'commander' },
      ['rule', /Take command with a reason/],
    ],
    [
      'viewers release nothing',
      (room) => room.do('ana', 'role.assign', { userId: viewer.userId, role: 'observer' }),
      'viewer',
      'role.release',
      { role: 'observer' },
      ['forbidden', /viewer/],
    ],
  ]);

  it('turns an observer into somebody who works', () => {
    const room = observing(busyRoom()).do('ana', 'role.assign', { userId: cy.userId, role: 'scribe' });
    expect(room.state.roles[cy.userId]).toEqual(['scribe']);
    expect(room.ask('cy', 'log.write', { text: 'x' }).ok).toBe(true);
  });
});

describe('command', () => {
  checkRules(it, [
    ['anybody takes it where nobody has it', leaderless, 'cy', 'command.take', {}, 'ok'],
    ['not a viewer', leaderless, 'viewer', 'command.take', {}, ['forbidden', /viewer/]],
    ['not an observer', (room) => leaderless(observing(room)), 'cy', 'command.take', {}, ['forbidden', /observe/]],
    ['from somebody only with a reason', asIs, 'bo', 'command.take', {}, ['rule', /Ask Ana to hand over, or say why/]],
    ['with a reason', asIs, 'bo', 'command.take', reason, 'ok'],
    ['again', asIs, 'ana', 'command.take', {}, ['conflict', /You command this incident already/]],
    ['somebody was faster', asIs, 'bo', 'command.take', { was: null, ...reason }, ['conflict', /Ana commands this incident now/]],
    ['somebody gave it back', leaderless, 'bo', 'command.take', { was: ana.userId }, ['conflict', /Nobody commands/]],
    ['whom it is offered to accepts', offered, 'bo', 'command.take', {}, ['rule', /Accept it/]],
    ['an offer is accepted', offered, 'bo', 'command.accept', {}, 'ok'],
    ['not by somebody else', offered, 'cy', 'command.accept', {}, ['forbidden', /offered to Bo/]],
    ['not without one', asIs, 'bo', 'command.accept', {}, ['conflict', /Nobody hands command over/]],
    ['an offer is taken back', offered, 'ana', 'command.take', {}, 'ok'],
    [
      'the same offer again',
      offered,
      'ana',
      'command.hand-over',
      { userId: bo.userId },
      ['conflict', /offered command to Bo already/],
    ],
    ['an offer to somebody else', offered, 'ana', 'command.hand-over', { userId: cy.userId }, 'ok'],
    ['only the commander offers', asIs, 'bo', 'command.hand-over', { userId: cy.userId }, ['forbidden', /Only Ana/]],
    ['not to oneself', asIs, 'ana', 'command.hand-over', { userId: ana.userId }, ['invalid', /already/]],
    ['not to a viewer', asIs, 'ana', 'command.hand-over', { userId: viewer.userId }, ['rule', /Vi is a viewer/]],
    ['not to an observer', observing, 'ana', 'command.hand-over', { userId: cy.userId }, ['rule', /Cy observes/]],
    ['not to nobody', asIs, 'ana', 'command.hand-over', { userId: STRANGER }, ['not_found', /no such person/]],
    ['not without command', leaderless, 'ana', 'command.hand-over', { userId: bo.userId }, ['rule', /Take command first/]],
    [
      'not to somebody shut out',
      (room) => room.do('ana', 'incident.restrict', { isPrivate: true }),
      'ana',
      'command.hand-over',
      { userId: dee.userId },
      ['rule', /cannot see this private incident/],
    ],
  ]);

  it('is held by one person at a time', () => {
    const room = offered(busyRoom()).do('bo', 'command.accept', {});
    expect(room.state.commanderId).toBe(bo.userId);
    expect(room.state.handOver).toBeNull();
    const commanders = Object.values(room.state.roles).filter((roles) => roles.includes('commander'));
    expect(commanders).toHaveLength(1);
  });

  it('stands in the log with its reason when it is taken', () => {
    const room = busyRoom().do('bo', 'command.take', reason);
    expect(room.last.data).toEqual({ userId: bo.userId, name: 'Bo', fromId: ana.userId, because: 'Ana is asleep' });
  });

  it('comes with a note of how it stands', () => {
    const room = busyRoom()
      .do('bo', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 10 })
      .do('bo', 'hypothesis.reject', { hypothesis: 'H1', because: 'Postgres answers' });
    offered(room);
    expect(room.state.handOver?.note).toBe(
      [
        'SEV2, investigating. Impact since 16:00 UTC.',
        'Being tested:',
        '- H2 Redis is out of memory (Bo, until 16:10 UTC)',
        'Ruled out:',
        '- H1 Postgres is overloaded',
        'Tasks:',
        '- T1 Raise maxmemory (nobody)',
        'No next update is promised.',
      ].join('\n'),
    );
  });

  it('says in the note what is asked, what was said last, and what is promised', () => {
    const room = busyRoom()
      .do('ana', 'update.post', {
        audience: 'stakeholders',
        text: 'Half of the orders\nfail.',
        nextUpdateAt: '2026-11-23T16:30:00Z',
      })
      .do('ana', 'update.post', { audience: 'team', text: 'only for us' })
      .do('viewer', 'question.ask', { text: 'Are payments lost?' })
      .do('viewer', 'question.ask', { text: 'Since when?' })
      .do('ana', 'question.answer', { question: 'Q2', text: 'Since four.' });
    const note = offered(room).state.handOver?.note ?? '';
    expect(note).toContain(
      'Questions to answer:\n- Q1 Are payments lost? (Vi)\nLast said to stakeholders at 16:00 UTC: Half of the orders fail.',
    );
    expect(note).toMatch(/\nNext update promised to stakeholders for 16:30 UTC\.$/);
    expect(note).not.toMatch(/Since when|only for us/);
  });

  it('comes with a note that stays short in a large incident', () => {
    const room = busyRoom();
    for (let n = 0; n < 60; n++) room.do('bo', 'hypothesis.propose', { statement: `${n} ${'x'.repeat(490)}` });
    offered(room);
    expect(room.state.handOver?.note.length).toBeLessThan(5000);
    expect(room.state.handOver?.note).toContain('- and 50 more');
  });
});
