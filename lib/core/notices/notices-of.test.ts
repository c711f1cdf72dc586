import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { canSee } from '@/lib/core/incident/permissions';
import type { IncidentState } from '@/lib/core/incident/state';
import { apply } from '@/lib/core/incident/apply';
import { randomRoom } from '@/lib/core/incident/testing/random-room';
import { busyRoom, PEOPLE, type Room } from '@/lib/core/incident/testing/room';
import { mayConcern, noticesOf } from './notices-of';

const everybody = Object.values(PEOPLE);
const { ana, bo, cy, viewer } = PEOPLE;

const last = (room: Room) => noticesOf(room.state, room.last, everybody);
const told = (room: Room) => last(room).map(({ userId, kind, ref, what }) => [userId, kind, ref, what]);

describe('who should know of an event', () => {
  it('is whoever a line mentions, by the name that the room recognises', () => {
    const room = busyRoom().do('ana', 'log.write', { text: 'can @bo look, and @Vi, not me@Cy' });
    expect(told(room)).toEqual([
      [bo.userId, 'mentioned', null, null],
      [viewer.userId, 'mentioned', null, null],
    ]);
    expect(last(room)[0]).toMatchObject({ by: 'Ana', seq: room.last.seq, incidentId: room.state.id });
  });

  it('is nobody again when a line is revised, and nobody for what happened long ago', () => {
    const room = busyRoom().do('ana', 'log.write', { text: '@Bo look' });
    const [first] = last(room);
    room.do('ana', 'log.revise', { entry: room.last.seq, text: '@Bo look, and @Cy too' });
    expect(last(room).map(({ dedupKey }) => dedupKey === first?.dedupKey)).toEqual([true, false]);
    room.do('ana', 'log.write', { text: '@Bo looked' }, { at: '2026-11-23T12:00:00.000Z' });
    expect(told(room)).toEqual([]);
    expect(mayConcern(room.state, room.last)).toBe(false);
  });

  it('is nobody for words that were redacted meanwhile', () => {
    const room = busyRoom().do('ana', 'log.write', { text: '@Bo the password is x' });
    expect(noticesOf(room.state, { ...room.last, redacted: true } as IncidentEvent, everybody)).toEqual([]);
  });

  it.each([
    ['a hypothesis', (room: Room) => room.do('ana', 'hypothesis.assign', { hypothesis: 'H1', userId: cy.userId }), 'H1', null],
    ['a task', (room: Room) => room.do('ana', 'task.assign', { task: 'T1', userId: cy.userId }), 'T1', null],
    ['a role', (room: Room) => room.do('ana', 'role.assign', { userId: cy.userId, role: 'comms' }), null, 'comms'],
  ])('is who is given %s by somebody else', (what, give, ref, role) => {
    const kind = { 'a hypothesis': 'hypothesis-given', 'a task': 'task-given', 'a role': 'role-given' }[what];
    expect(told(give(busyRoom()))).toEqual([[cy.userId, kind, ref, role]]);
  });

  it('is nobody where somebody helps themselves', () => {
    const room = busyRoom().do('cy', 'hypothesis.assign', { hypothesis: 'H1', userId: cy.userId });
    expect(told(room)).toEqual([]);
    expect(mayConcern(room.state, room.last)).toBe(false);
    expect(told(room.do('cy', 'log.write', { text: 'I, @Cy, look' }))).toEqual([]);
  });

  it('is who is offered command, and who it is taken from', () => {
    const room = busyRoom().do('ana', 'command.hand-over', { userId: bo.userId, note: 'take over' });
    expect(told(room)).toEqual([[bo.userId, 'hand-over', null, null]]);
    room.do('cy', 'command.take', { because: 'nobody answers' });
    expect(told(room)).toEqual([[ana.userId, 'command-taken', null, null]]);
  });

  it('is the commander for a question, and comms where somebody has that role', () => {
    const room = busyRoom().do('viewer', 'question.ask', { text: 'Are orders lost?' });
    expect(told(room)).toEqual([[ana.userId, 'question', 'Q1', null]]);
    room.do('ana', 'role.assign', { userId: cy.userId, role: 'comms' }).do('viewer', 'question.ask', { text: 'Since when?' });
    expect(told(room)).toEqual([[cy.userId, 'question', 'Q2', null]]);
  });

  it('is the owner of a hypothesis that evidence rules out, and nobody for weaker evidence', () => {
    const room = busyRoom().do('ana', 'evidence.weigh', { evidence: 'E1', hypothesis: 'H1', value: -1 });
    expect(told(room)).toEqual([]);
    room.do('ana', 'evidence.weigh', { evidence: 'E1', hypothesis: 'H1', value: -2 });
    expect(told(room)).toEqual([[bo.userId, 'ruled-out', 'H1', 'E1']]);
  });

  it('is nobody who may not see a private incident', () => {
    const room = busyRoom().do('ana', 'incident.restrict', { isPrivate: true });
    room.do('ana', 'log.write', { text: '@Dee @Bo @Ada look' });
    expect(told(room).map(([userId]) => userId)).toEqual([bo.userId, PEOPLE.admin.userId]);
  });

  it('is nobody in a practice room', () => {
    const room = busyRoom().do('ana', 'log.write', { text: '@Bo look' });
    const practice = { ...room.state, isPractice: true };
    expect(noticesOf(practice, room.last, everybody)).toEqual([]);
    expect(mayConcern(practice, room.last)).toBe(false);
  });
});

/** Each event of a random room with the state after it, now and then with names written into its lines. */
function* steps(seed: number): Generator<{ state: IncidentState; event: IncidentEvent }> {
  let state: IncidentState | null = null;
  for (const [index, plain] of randomRoom(seed, 120).events.entries()) {
    const names = everybody[(seed + index) % everybody.length]?.name;
    const event: IncidentEvent =
      plain.type === 'log.written' ? { ...plain, data: { text: `${plain.data.text} @${names} @Bo @Dee` } } : plain;
    state = apply(state, event);
    yield { state, event };
  }
}

const over = (seed: number, check: (state: IncidentState, event: IncidentEvent) => void) => {
  for (const { state, event } of steps(seed)) check(state, event);
};
const RUNS = { numRuns: 25, seed: 20261126 };

describe('of whatever happens in a room', () => {
  it('nobody is told who may not see it, and nobody of what they did', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) =>
        over(seed, (state, event) => {
          for (const { userId } of noticesOf(state, event, everybody)) {
            count += 1;
            const person = everybody.find((one) => one.userId === userId);
            expect(person && canSee(state, person)).toBe(true);
            expect(userId).not.toBe(event.actor.userId);
          }
        }),
      ),
      RUNS,
    );
    expect(count).toBeGreaterThan(100);
  });

  it('one person is told once of one kind of thing, and only of events that are looked at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const keys = new Set<string>();
        over(seed, (state, event) => {
          const notices = noticesOf(state, event, everybody);
          if (notices.length > 0) expect(mayConcern(state, event)).toBe(true);
          for (const { userId, kind, dedupKey } of notices) {
            expect(keys.has(dedupKey) && event.type !== 'log.revised').toBe(false);
            expect(notices.filter((one) => one.userId === userId && one.kind === kind)).toHaveLength(1);
            keys.add(dedupKey);
          }
        });
      }),
      RUNS,
    );
  });
});
