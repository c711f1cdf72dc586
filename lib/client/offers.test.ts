import { describe, expect, it } from 'vitest';
import { findHypothesis, findTask } from '@/lib/core/incident/find';
import { PEOPLE, Room, type Who } from '@/lib/core/incident/testing/room';
import { hypothesisOffers, leads, outside, taskOffers, workers, wouldSay, type Looking } from './offers';

const looking = (room: Room, who: Who): Looking => ({
  drawn: room.state,
  me: PEOPLE[who],
  components: [],
  directory: Object.values(PEOPLE),
  clockOffsetMs: Date.parse(room.now) - Date.now(),
});

const offered = (room: Room, who: Who, ref: string) => [
  ...hypothesisOffers(looking(room, who), findHypothesis(room.state, ref)!),
];

const started = () =>
  new Room()
    .do('ana', 'command.take', {})
    .do('bo', 'hypothesis.propose', { statement: 'Redis is out of memory' })
    .do('ana', 'task.add', { text: 'Raise maxmemory' });

describe('what is offered', () => {
  it('is nothing to a viewer, who is told why', () => {
    const room = started();
    expect(offered(room, 'viewer', 'H1')).toEqual([]);
    expect([...taskOffers(looking(room, 'viewer'), findTask(room.state, 'T1')!)]).toEqual([]);
    expect(outside(looking(room, 'viewer'))).toMatch(/viewer/);
  });

  it('is claiming to a responder, and assigning to whoever leads', () => {
    const room = started();
    expect(offered(room, 'bo', 'H1')).toEqual(
      expect.arrayContaining(['claim', 'test', 'confirm', 'reject', 'shelve', 'digDeeper', 'evidence', 'revise']),
    );
    expect(offered(room, 'bo', 'H1')).not.toContain('assign');
    expect(offered(room, 'ana', 'H1')).toContain('assign');
    expect([leads(looking(room, 'ana')), leads(looking(room, 'bo'))]).toEqual([true, false]);
  });

  it('includes a verdict that the rules only want a reason for', () => {
    const room = started();
    expect(wouldSay(looking(room, 'bo'), 'hypothesis.confirm', { hypothesis: 'H1' })).toMatchObject({ code: 'rule' });
    expect(offered(room, 'bo', 'H1')).toContain('confirm');
  });

  it('is the root cause once confirmed, and its withdrawal once declared', () => {
    const room = started().do('bo', 'hypothesis.confirm', { hypothesis: 'H1', because: 'seen' });
    expect(offered(room, 'bo', 'H1')).toEqual(expect.arrayContaining(['declareCause', 'reopen', 'digDeeper']));
    expect(offered(room, 'bo', 'H1')).not.toContain('confirm');
    room.do('bo', 'cause.declare', { hypothesis: 'H1', why: 'no limit' });
    expect(offered(room, 'bo', 'H1')).toContain('withdrawCause');
    expect(offered(room, 'bo', 'H1')).not.toContain('declareCause');
  });

  it('leaves out whoever takes no work', () => {
    const room = started().do('ana', 'role.assign', { userId: PEOPLE.cy.userId, role: 'observer' });
    const names = workers(looking(room, 'ana')).map(({ name }) => name);
    expect(names).not.toContain('Vi');
    expect(names).not.toContain('Cy');
    expect(names).toContain('Bo');
  });
});
