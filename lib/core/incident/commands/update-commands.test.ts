import { describe, expect, it } from 'vitest';
import { goOffNote } from '../hand-over-note';
import { asIs, checkRules } from '../testing/rules';
import { busyRoom, COMPONENTS, PEOPLE, Room, STRANGER } from '../testing/room';

const { bo, cy } = PEOPLE;
const { orders, website, ledger } = COMPONENTS;
const publicly = { audience: 'public', phase: 'investigating', title: 'Orders unavailable', text: 'We look into it.' } as const;
const down = [{ componentId: orders.componentId, state: 'major_outage' }] as const;
const LATER = '2026-11-23T16:30:00.000Z';
const LATER_STILL = '2026-11-23T16:40:00.000Z';

const comms = (room: Room) => room.do('ana', 'role.assign', { userId: cy.userId, role: 'comms' });
const told = (room: Room) => room.do('ana', 'update.post', { ...publicly, components: [...down], nextUpdateAt: LATER });
const promised = (room: Room) => room.do('ana', 'update.promise', { nextUpdateAt: LATER });
const hidden = (room: Room) => room.do('ana', 'incident.restrict', { isPrivate: true });
const redacted = (room: Room) => told(room).do('ana', 'update.redact', { update: 'U1', because: 'a name in it' });
const asked = (room: Room) => room.do('viewer', 'question.ask', { text: 'Are payments lost?' });

describe('updates', () => {
  checkRules(it, [
    ['the commander tells the public', asIs, 'ana', 'update.post', publicly, 'ok'],
    ['so does the comms role', comms, 'cy', 'update.post', publicly, 'ok'],
    ['nobody else does', asIs, 'bo', 'update.post', publicly, ['forbidden', /comms role speak/]],
    ['an administrator neither', asIs, 'admin', 'update.post', publicly, 'forbidden'],
    ['anyone tells the team', asIs, 'bo', 'update.post', { audience: 'team', text: 'lunch' }, 'ok'],
    ['not a viewer', asIs, 'viewer', 'update.post', { audience: 'team', text: 'x' }, ['forbidden', /viewer/]],
    ['the public reads a phase', asIs, 'ana', 'update.post', { ...publicly, phase: null }, ['invalid', /phase/]],
    ['and a title of its own', asIs, 'ana', 'update.post', { ...publicly, title: null }, ['invalid', /title/]],
    ['once it has one it stays', told, 'ana', 'update.post', { ...publicly, title: null, text: 'more' }, 'ok'],
    ['nothing of a private incident', hidden, 'ana', 'update.post', publicly, ['rule', /private/]],
    ['but stakeholders are told', hidden, 'ana', 'update.post', { audience: 'stakeholders', text: 'x' }, 'ok'],
    ['not the same twice', told, 'ana', 'update.post', publicly, ['conflict', /U1 says the same already by Ana/]],
    [
      'not past one that was not seen',
      told,
      'ana',
      'update.post',
      { ...publicly, text: 'n', after: null },
      ['conflict', /Read it/],
    ],
    ['after the one that was seen', told, 'ana', 'update.post', { ...publicly, text: 'n', after: 'U1' }, 'ok'],
    ['a promise in the past', asIs, 'ana', 'update.post', { ...publicly, nextUpdateAt: '2026-11-23T15:00:00Z' }, 'invalid'],
    [
      'a component that is gone',
      asIs,
      'ana',
      'update.post',
      { ...publicly, components: [{ componentId: STRANGER as never, state: 'operational' }] },
      ['not_found', /not on the status page/],
    ],
    [
      'one that the public does not see',
      asIs,
      'ana',
      'update.post',
      { ...publicly, components: [{ componentId: ledger.componentId, state: 'major_outage' }] },
      ['rule', /does not see Ledger/],
    ],
    [
      'stakeholders read of it',
      asIs,
      'ana',
      'update.post',
      { audience: 'stakeholders', text: 'x', components: [{ componentId: ledger.componentId, state: 'major_outage' }] },
      'ok',
    ],
    ['one twice', asIs, 'ana', 'update.post', { ...publicly, components: [...down, ...down] }, ['invalid', /named twice/]],

    ['a correction', told, 'ana', 'update.correct', { update: 'U1', text: 'Better.', corrections: 0 }, 'ok'],
    [
      'not past another one',
      told,
      'ana',
      'update.correct',
      { update: 'U1', text: 'B', corrections: 3 },
      ['conflict', /Look again/],
    ],
    [
      'that changes nothing',
      told,
      'ana',
      'update.correct',
      { update: 'U1', text: publicly.text },
      ['conflict', /says so already/],
    ],
    ['by somebody else', told, 'bo', 'update.correct', { update: 'U1', text: 'x' }, 'forbidden'],
    ['of what was redacted', redacted, 'ana', 'update.correct', { update: 'U1', text: 'x' }, ['conflict', /redacted/]],
    ['of what is not there', asIs, 'ana', 'update.correct', { update: 'U1', text: 'x' }, 'not_found'],
    ['into the future', told, 'ana', 'update.correct', { update: 'U1', postedAt: '2026-11-24T16:00:00Z' }, ['invalid', /future/]],
    ['an administrator takes words out', told, 'admin', 'update.redact', { update: 'U1', because: 'a name' }, 'ok'],
    ['others do not', told, 'bo', 'update.redact', { update: 'U1', because: 'x' }, 'forbidden'],
    ['not twice', redacted, 'ana', 'update.redact', { update: 'U1', because: 'x' }, ['conflict', /already/]],

    ['a promise', asIs, 'ana', 'update.promise', { nextUpdateAt: LATER, was: null }, 'ok'],
    ['the same again', promised, 'ana', 'update.promise', { nextUpdateAt: LATER }, ['conflict', /already by Ana/]],
    [
      'not past another one',
      promised,
      'ana',
      'update.promise',
      { nextUpdateAt: LATER_STILL, was: null },
      ['conflict', /meanwhile/],
    ],
    ['withdrawn', promised, 'ana', 'update.promise', { nextUpdateAt: null }, 'ok'],
    ['by others', asIs, 'bo', 'update.promise', { nextUpdateAt: LATER }, 'forbidden'],
    ['later, with a reason', promised, 'ana', 'update.snooze', { to: LATER_STILL, because: 'the test runs' }, 'ok'],
    ['earlier', promised, 'ana', 'update.snooze', { to: '2026-11-23T16:20:00Z', because: 'x' }, ['invalid', /after the one/]],
    ['with nothing promised', asIs, 'ana', 'update.snooze', { to: LATER, because: 'x' }, ['rule', /Promise one/]],
  ]);

  it('makes what the public reads its title and phase, whatever the status is', () => {
    const { state } = told(busyRoom());
    expect(state).toMatchObject({ publicTitle: 'Orders unavailable', publicPhase: 'investigating', nextUpdateAt: LATER });
    const back = told(busyRoom()).do('ana', 'update.post', { ...publicly, phase: 'resolved', text: 'Done.' });
    expect(back.state).toMatchObject({ publicPhase: 'resolved', status: 'investigating', nextUpdateAt: null });
    back.do('ana', 'update.redact', { update: 'U2', because: 'not yet' });
    expect(back.state.publicPhase).toBe('investigating');
  });

  it('leaves what was promised to others when the team is told something', () => {
    const room = promised(busyRoom()).do('bo', 'update.post', { audience: 'team', text: 'still testing' });
    expect(room.state).toMatchObject({ nextUpdateAt: LATER, promise: { audience: 'stakeholders', name: 'Ana' } });
  });

  it('keeps what it named once when it is corrected, with the state that was put right', () => {
    const affected = [{ componentId: website.componentId, state: 'degraded_performance' as const }];
    const room = told(busyRoom()).do('ana', 'update.correct', { update: 'U1', components: affected });
    const [update] = Object.values(room.state.updates);
    expect(update?.components.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Orders major_outage',
      'Website degraded_performance',
    ]);
    expect(update?.corrections).toMatchObject([{ name: 'Ana', text: publicly.text }]);
  });

  it('loses its words, also those that were corrected, when it is redacted', () => {
    const room = told(busyRoom())
      .do('ana', 'update.correct', { update: 'U1', text: 'Another secret.' })
      .do('ana', 'update.redact', { update: 'U1', because: 'a name in it' });
    expect(JSON.stringify(room.state.updates)).not.toMatch(/look into|secret/);
  });

  it('never tells the public anything of a practice room', () => {
    const decision = new Room({ isPractice: true }).ask('ana', 'update.post', publicly);
    expect(decision).toMatchObject({ ok: false, code: 'rule' });
  });
});

describe('the postmortem', () => {
  const url = 'https://acme.example/postmortems/7';
  const over = (room: Room) => told(room).do('ana', 'update.post', { ...publicly, phase: 'resolved', text: 'It is over.' });
  const linked = (room: Room) => over(room).do('ana', 'postmortem.publish', { url });
  const closed = (room: Room) =>
    over(room)
      .do('ana', 'incident.set-status', { status: 'resolved', because: 'it answers' })
      .do('ana', 'incident.set-status', { status: 'closed' });

  checkRules(it, [
    ['the commander links it', over, 'ana', 'postmortem.publish', { url, was: null }, 'ok'],
    ['so does the comms role', (room) => comms(over(room)), 'cy', 'postmortem.publish', { url }, 'ok'],
    ['nobody else does', over, 'bo', 'postmortem.publish', { url }, ['forbidden', /comms role speak/]],
    ['not a viewer', over, 'viewer', 'postmortem.publish', { url }, ['forbidden', /viewer/]],
    ['also when it is closed', closed, 'ana', 'postmortem.publish', { url }, 'ok'],
    [
      'not before the public was told',
      asIs,
      'ana',
      'postmortem.publish',
      { url },
      ['rule', /told nothing.*Post a public update/],
    ],
    [
      'nor before it reads resolved',
      told,
      'ana',
      'postmortem.publish',
      { url },
      ['rule', /reads “investigating”.*Post a public/],
    ],
    ['nor of what the public reads no more', redacted, 'ana', 'postmortem.publish', { url }, ['rule', /told nothing/]],
    [
      'nothing of a private incident',
      (room) => hidden(over(room)),
      'ana',
      'postmortem.publish',
      { url },
      ['rule', /private.*Open it to everybody/],
    ],
    ['not the same again', linked, 'ana', 'postmortem.publish', { url }, ['conflict', /linked already by Ana/]],
    ['however it is written', linked, 'ana', 'postmortem.publish', { url: ` ${url.replace('acme', 'ACME')}` }, 'conflict'],
    ['another one', linked, 'ana', 'postmortem.publish', { url: `${url}/again`, was: url }, 'ok'],
    [
      'not past another one',
      linked,
      'ana',
      'postmortem.publish',
      { url: `${url}/b`, was: null },
      ['conflict', /by Ana.*Look again/],
    ],
    ['taken back', linked, 'ana', 'postmortem.publish', { url: null }, 'ok'],
    ['also of what became private', (room) => hidden(linked(room)), 'ana', 'postmortem.publish', { url: null }, 'ok'],
    ['not by others', linked, 'bo', 'postmortem.publish', { url: null }, 'forbidden'],
    ['nothing to take back', over, 'ana', 'postmortem.publish', { url: null }, ['conflict', /^No postmortem is linked\.$/]],
    [
      'not twice',
      (room) => linked(room).do('ana', 'postmortem.publish', { url: null }),
      'ana',
      'postmortem.publish',
      { url: null },
      ['conflict', /taken back already by Ana/],
    ],
    ['no script', over, 'ana', 'postmortem.publish', { url: 'javascript:alert(1)' }, ['invalid', /https:/]],
    ['no place inside', over, 'ana', 'postmortem.publish', { url: 'http://10.0.0.7/' }, ['invalid', /Nobody outside/]],
  ]);

  it('stays with the incident, with who linked it, until it is taken back', () => {
    const room = linked(busyRoom());
    expect(room.state).toMatchObject({ postmortemUrl: url, postmortemSetBy: { name: 'Ana' } });
    room.do('ana', 'postmortem.publish', { url: null });
    expect(room.state).toMatchObject({ postmortemUrl: null, postmortemSetBy: { name: 'Ana', at: room.last.at } });
  });

  it('never goes out of a practice room', () => {
    const decision = new Room({ isPractice: true }).ask('ana', 'postmortem.publish', { url });
    expect(decision).toMatchObject({ ok: false, code: 'rule', message: expect.stringMatching(/practice/) });
  });
});

describe('questions', () => {
  checkRules(it, [
    ['a viewer asks', asIs, 'viewer', 'question.ask', { text: 'How long?' }, 'ok'],
    [
      'the same question is asked once',
      asked,
      'bo',
      'question.ask',
      { text: ' are payments  lost? ' },
      ['conflict', /Q1 asks the same/],
    ],
    ['anyone in the room answers', asked, 'bo', 'question.answer', { question: 'Q1', text: 'No.' }, 'ok'],
    ['not a viewer', asked, 'viewer', 'question.answer', { question: 'Q1', text: 'No.' }, 'forbidden'],
    ['one that is not there', asIs, 'bo', 'question.answer', { question: 'Q1', text: 'No.' }, 'not_found'],
    [
      'once for all',
      (room) => asked(room).do('bo', 'question.answer', { question: 'Q1', text: 'No.' }),
      'cy',
      'question.answer',
      { question: 'Q1', text: 'Yes.' },
      ['conflict', /answered by Bo/],
    ],
  ]);
});

describe('shifts', () => {
  checkRules(it, [
    ['somebody comes on', asIs, 'dee', 'shift.start', {}, 'ok'],
    ['and goes off', asIs, 'bo', 'shift.end', { note: 'H2 is mine no more' }, 'ok'],
    ['not who commands', asIs, 'ana', 'shift.end', {}, ['rule', /Hand command over first/]],
    ['not who is off', asIs, 'dee', 'shift.end', {}, ['conflict', /off shift already/]],
    ['not a viewer', asIs, 'viewer', 'shift.start', {}, 'forbidden'],
    ['handing on what is theirs', asIs, 'bo', 'shift.end', { handTo: cy.userId }, 'ok'],
    ['not to a viewer', asIs, 'bo', 'shift.end', { handTo: PEOPLE.viewer.userId }, ['rule', /viewer/]],
    ['not to somebody unknown', asIs, 'bo', 'shift.end', { handTo: STRANGER }, 'not_found'],
    ['not to oneself', asIs, 'bo', 'shift.end', { handTo: bo.userId }, ['invalid', /somebody else/]],
    ['not to somebody and to all', asIs, 'bo', 'shift.end', { handTo: cy.userId, giveBack: true }, ['invalid', /not both/]],
  ]);

  const working = () =>
    busyRoom()
      .do('bo', 'hypothesis.start-test', { hypothesis: 'H2', testBy: LATER })
      .do('bo', 'hypothesis.assign', { hypothesis: 'H1', userId: bo.userId })
      .do('bo', 'hypothesis.reject', { hypothesis: 'H1', because: 'it answers' })
      .do('bo', 'task.assign', { task: 'T1', userId: bo.userId });

  it('end with what somebody had in the hands of another, in one step', () => {
    const room = working().do('bo', 'shift.end', { note: 'H2 is nearly done', handTo: cy.userId });
    expect(room.hypothesis('H2')).toMatchObject({ ownerId: cy.userId, ownerName: 'Cy', testBy: LATER, state: 'testing' });
    expect(room.task('T1')).toMatchObject({ ownerId: cy.userId, ownerName: 'Cy' });
    expect(room.hypothesis('H1').ownerId).toBe(bo.userId);
    expect(room.state.shifts[bo.userId]?.offAt).toBe(room.last.at);
  });

  it('or given back to everybody, or kept', () => {
    const room = working().do('bo', 'shift.end', { giveBack: true });
    expect(room.hypothesis('H2')).toMatchObject({ ownerId: null, ownerName: null, testBy: null });
    expect(room.task('T1').ownerId).toBeNull();
    expect(working().do('bo', 'shift.end', {}).hypothesis('H2').ownerId).toBe(bo.userId);
  });

  it('come with a note of what somebody has', () => {
    const { state } = working().do('bo', 'hypothesis.propose', { statement: 'The disk is full' });
    const mine = new Room({}).do('bo', 'log.write', { text: 'here' });
    expect(goOffNote(state, bo.userId)).toBe(
      ['I was testing:', '- H2 Redis is out of memory (until 16:30 UTC)', 'My open tasks:', '- T1 Raise maxmemory'].join('\n'),
    );
    expect(goOffNote(mine.state, bo.userId)).toBe('');
  });

  it('begin with the first thing that somebody does, and not with a question', () => {
    const room = busyRoom();
    expect(room.state.shifts[bo.userId]).toEqual({ since: room.events[2]?.recordedAt, offAt: null });
    asked(room);
    expect(room.state.shifts[PEOPLE.viewer.userId]).toBeUndefined();
    room.do('bo', 'shift.end', {});
    const { offAt } = room.state.shifts[bo.userId]!;
    expect(offAt).toBe(room.last.at);
    room.do('bo', 'log.write', { text: 'could not sleep' });
    expect(room.state.shifts[bo.userId]).toEqual({ since: room.last.recordedAt, offAt: null });
  });

  it('give back the roles of who goes off', () => {
    const room = comms(busyRoom()).do('cy', 'log.write', { text: 'here' }).do('cy', 'shift.end', {});
    expect(room.state.roles[cy.userId]).toBeUndefined();
  });
});
