import { describe, expect, it } from 'vitest';
import { busyRoom, PEOPLE, type Room } from '@/lib/core/incident/testing/room';
import { timedNotices } from './timed-notices';

const everybody = Object.values(PEOPLE);
const { ana, bo, cy } = PEOPLE;
const EARLY = '2026-11-23T16:05:00.000Z';
const DUE = '2026-11-23T16:30:00.000Z';
const LATE = '2026-11-23T16:30:01.000Z';

const told = (room: Room, now = LATE) =>
  timedNotices(room.state, now, everybody).map(({ userId, kind, ref }) => [userId, kind, ref]);
const promised = () => busyRoom().do('ana', 'update.promise', { nextUpdateAt: DUE });

describe('what time alone brings', () => {
  it('tells the commander of an overdue promise, comms where there is one, and nobody before', () => {
    const room = promised();
    expect(told(room, EARLY)).toEqual([]);
    expect(told(room)).toEqual([[ana.userId, 'promise', null]]);
    room.do('ana', 'role.assign', { userId: cy.userId, role: 'comms' });
    expect(told(room)).toEqual([[cy.userId, 'promise', null]]);
  });

  it('has one key for one promise, and another for the next', () => {
    const room = promised();
    const keys = () => timedNotices(room.state, '2026-11-23T18:00:00.000Z', everybody).map(({ dedupKey }) => dedupKey);
    const first = keys();
    expect(keys()).toEqual(first);
    room.do('ana', 'update.snooze', { to: '2026-11-23T17:00:00.000Z', because: 'a test runs' });
    expect(keys()).toHaveLength(1);
    expect(keys()).not.toEqual(first);
  });

  it('tells the owner that the time for a test is over, while it still runs', () => {
    const room = busyRoom().do('bo', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 10 });
    expect(told(room, EARLY)).toEqual([]);
    expect(told(room)).toEqual([[bo.userId, 'time-box', 'H2']]);
    room.do('bo', 'hypothesis.shelve', { hypothesis: 'H2', because: 'later' });
    expect(told(room)).toEqual([]);
  });

  it('tells nobody who may not see it, and nobody in a practice room', () => {
    const room = busyRoom().do('bo', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 10 });
    const hidden = { ...room.state, isPrivate: true, roles: {}, access: {} };
    expect(timedNotices(hidden, LATE, everybody)).toEqual([]);
    expect(timedNotices({ ...room.state, isPractice: true }, LATE, everybody)).toEqual([]);
  });
});
