import { COMPONENTS, PEOPLE, Room } from './room';

const { bo, cy, dee } = PEOPLE;
const { orders } = COMPONENTS;
const secret = { because: 'a password' };

function people(room: Room): Room {
  return room
    .do('ana', 'incident.describe', {
      title: 'Orders fail',
      services: ['orders', 'redis'],
      startedAt: '2026-11-23T15:58:00Z',
    })
    .do('ana', 'command.take', {})
    .do('ana', 'role.assign', { userId: bo.userId, role: 'scribe' })
    .do('cy', 'role.assign', { userId: cy.userId, role: 'comms' })
    .do('bo', 'role.release', { role: 'scribe' })
    .do('ana', 'incident.set-severity', { severity: 'SEV1', because: 'all customers' });
}

function log(room: Room): Room {
  return room
    .do('bo', 'log.write', { text: 'Alert fired' })
    .do('bo', 'log.revise', { entry: 8, text: 'Alert fired\nagain' })
    .do('bo', 'log.revise', { entry: 8, at: '2026-11-23T15:59:00Z' })
    .do('cy', 'log.pin', { entry: 8 })
    .do('cy', 'log.pin', { entry: 8, pinned: false })
    .do('bo', 'log.write', { text: 'the password is hunter2' })
    .do('bo', 'log.redact', { entry: 13, ...secret });
}

function hypotheses(room: Room): Room {
  return room
    .do('bo', 'hypothesis.propose', { statement: 'Postgres is overloaded' })
    .do('bo', 'hypothesis.propose', { statement: 'Redis is out of memory', because: 'connection refused' })
    .do('bo', 'hypothesis.propose', { statement: 'No expiry on history keys', parent: 'H2' })
    .do('bo', 'hypothesis.revise', { hypothesis: 'H3', statement: 'History keys never expire' })
    .do('bo', 'hypothesis.revise', { hypothesis: 'H2', prediction: 'an OOM line', component: 'redis' })
    .do('bo', 'hypothesis.assign', { hypothesis: 'H2', userId: bo.userId, testBy: '2026-11-23T16:30:00Z' })
    .do('ana', 'hypothesis.assign', { hypothesis: 'H1', userId: cy.userId })
    .do('cy', 'hypothesis.assign', { hypothesis: 'H1', userId: null })
    .do('bo', 'hypothesis.start-test', { hypothesis: 'H2' });
}

function evidence(room: Room): Room {
  return room
    .do('bo', 'evidence.add', { text: '$ psql -c "select 1"\n1', hypothesis: 'H1', value: -2, note: '0 active queries' })
    .do('bo', 'evidence.add', { text: '$ dmesg -T\nKilled process' })
    .do('bo', 'evidence.add', { text: 'password=hunter2' })
    .do('bo', 'evidence.retitle', { evidence: 'E2', title: 'OOM kill', kind: 'log' })
    .do('bo', 'evidence.retitle', { evidence: 'E3', title: 'hunter2' })
    .do('bo', 'evidence.redact', { evidence: 'E3', ...secret })
    .do('cy', 'hypothesis.reject', { hypothesis: 'H1', because: 'Postgres answers' })
    .do('bo', 'hypothesis.confirm', { hypothesis: 'H2', evidence: ['E2'] })
    .do('bo', 'cause.declare', { hypothesis: 'H2', why: 'limit too low' })
    .do('bo', 'hypothesis.reopen', { hypothesis: 'H2', because: 'deeper' })
    .do('bo', 'hypothesis.shelve', { hypothesis: 'H3', because: 'later' });
}

function tasks(room: Room): Room {
  return room
    .do('ana', 'task.add', { text: 'Raise maxmemory', kind: 'mitigation', ownerId: bo.userId, dueAt: '2026-11-23T17:00:00Z' })
    .do('ana', 'task.add', { text: 'Alert on memory', kind: 'follow-up' })
    .do('ana', 'task.add', { text: 'Restart shops', kind: 'mitigation' })
    .do('cy', 'task.assign', { task: 'T2', userId: cy.userId })
    .do('bo', 'task.finish', { task: 'T1', outcome: 'raised to 192 MB' })
    .do('cy', 'task.drop', { task: 'T2', because: 'no use' });
}

function outside(room: Room): Room {
  const affected = (state: 'major_outage' | 'operational') => [{ componentId: orders.componentId, state }];
  return room
    .do('cy', 'update.post', {
      ...{ audience: 'public', phase: 'investigating', title: 'Orders unavailable', text: 'We are looking into it.' },
      ...{ components: affected('major_outage'), nextUpdateAt: '2026-11-23T16:30:00Z' },
    })
    .do('cy', 'update.snooze', { to: '2026-11-23T16:40:00Z', because: 'the test still runs' })
    .do('cy', 'update.correct', { update: 'U1', text: 'We are looking into orders.', because: 'too short' })
    .do('bo', 'update.post', { audience: 'team', text: 'the password is hunter2' })
    .do('bo', 'update.redact', { update: 'U2', ...secret })
    .do('cy', 'update.post', { audience: 'public', phase: 'resolved', text: 'Orders work again.' })
    .do('cy', 'postmortem.publish', { url: 'https://acme.example/postmortems/7' })
    .do('cy', 'postmortem.publish', { url: null })
    .do('ana', 'update.promise', { nextUpdateAt: '2026-11-23T17:00:00Z' })
    .do('viewer', 'question.ask', { text: 'Are payments lost?' })
    .do('cy', 'question.answer', { question: 'Q1', text: 'No, they are queued.' })
    .do('admin', 'shift.start', {})
    .do('admin', 'shift.end', { note: 'T3 is left' });
}

function ending(room: Room): Room {
  return room
    .do('admin', 'log.write', { text: 'watching' })
    .do('ana', 'incident.restrict', { isPrivate: true })
    .do('ana', 'incident.grant', { userId: dee.userId })
    .do('ana', 'incident.grant', { userId: dee.userId, allowed: false })
    .do('ana', 'incident.restrict', { isPrivate: false })
    .do('ana', 'command.hand-over', { userId: bo.userId })
    .do('bo', 'command.accept', {})
    .do('ana', 'command.take', { because: 'Bo is asleep' })
    .do('ana', 'incident.set-status', { status: 'resolved', evidence: 'E2' })
    .do('ana', 'incident.set-status', { status: 'identified', because: 'back again' });
}

/** An incident in which every kind of event happens. */
export const runThrough = (): Room => ending(outside(tasks(evidence(hypotheses(log(people(new Room())))))));
