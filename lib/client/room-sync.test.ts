import { describe, expect, it } from 'vitest';
import type { EventRange } from '@/lib/contracts/room';
import type { JoinAnswer, JoinRequest } from '@/lib/contracts/socket';
import { packRoom } from '@/lib/core/incident/snapshot';
import { busyRoom, type Room } from '@/lib/core/incident/testing/room';
import type { Reply } from './http';
import { createRoomSync, type RoomTransport } from './room-sync';
import { createServerClock } from './server-clock';
import { EPOCH, storeOf, WRITTEN_AT_MS } from './testing/fixtures';
import { heldTimers } from './testing/held-timers';

const settled = () => new Promise(setImmediate);
const NOW = new Date(WRITTEN_AT_MS).toISOString();

/** A sync on a server that answers from `room`; `asked` is what it was asked. */
function syncOf(room: Room, answers: Partial<RoomTransport> = {}) {
  const store = storeOf(room);
  const held = heldTimers(WRITTEN_AT_MS);
  const asked: string[] = [];
  const since = (after: number) => room.events.filter(({ seq }) => seq > after);
  const transport: RoomTransport = {
    join: async ({ after }: JoinRequest): Promise<JoinAnswer> => {
      asked.push(`join ${after}`);
      return { ok: true, head: room.state.seq, epoch: EPOCH, now: NOW, events: since(after) };
    },
    fetchEvents: async (_incident, after): Promise<Reply<EventRange>> => {
      asked.push(`events ${after}`);
      return { kind: 'ok', value: { events: since(after), head: room.state.seq, epoch: EPOCH } };
    },
    fetchSnapshot: async () => {
      asked.push('snapshot');
      return { kind: 'ok', value: packRoom(room.state, room.events, EPOCH) };
    },
    ...answers,
  };
  const clock = createServerClock(held.timers);
  let restarts = 0;
  const sync = createRoomSync({
    room: store,
    incidentId: room.state.id,
    transport,
    timers: held.timers,
    clock,
    restarted: () => {
      restarts += 1;
    },
  });
  const seen = () => store.store.getState();
  return { sync, store, held, asked, clock, seen, restarts: () => restarts };
}

const grow = (room: Room, count: number) => {
  for (let n = 0; n < count; n += 1) room.do('bo', 'log.write', { text: `line ${n}` });
  return room.events.slice(-count);
};

describe('a room that keeps in step', () => {
  it('[S1] joins with what it has, again on every connection', async () => {
    const room = busyRoom();
    const { sync, asked, seen } = syncOf(room);
    const before = room.state.seq;
    grow(room, 2);
    sync.connected();
    await settled();
    expect(seen().confirmed).toEqual(room.state);
    expect(sync.isJoined()).toBe(true);
    sync.disconnected();
    grow(room, 1);
    sync.connected();
    await settled();
    expect(asked).toEqual([`join ${before}`, `join ${before + 2}`]);
    expect(seen().confirmed).toEqual(room.state);
  });

  it('[S2] fetches what is missing once, however much comes meanwhile', async () => {
    const room = busyRoom();
    const { sync, asked, seen } = syncOf(room);
    const before = room.state.seq;
    const [, second, third] = grow(room, 3);
    sync.hearEvents([second!]);
    sync.hearEvents([third!]);
    await settled();
    expect(asked).toEqual([`events ${before}`]);
    expect(seen().confirmed).toEqual(room.state);
  });

  it('[S3] fetches when a head is ahead, and asks nothing when it is level', async () => {
    const room = busyRoom();
    const { sync, asked, seen, clock } = syncOf(room);
    clock.measure(NOW, WRITTEN_AT_MS);
    const incident = room.state.id;
    sync.hearHead({ incident, seq: room.state.seq, epoch: EPOCH, now: NOW });
    expect(asked).toEqual([]);
    grow(room, 2);
    sync.hearHead({ incident, seq: room.state.seq, epoch: EPOCH, now: NOW });
    await settled();
    expect(seen().confirmed).toEqual(room.state);
  });

  it.each([
    ['another epoch', { epoch: 'another life' }],
    ['a head behind', { seq: 1 }],
  ])('[S4] begins again on %s, and has the outbox sent again', async (_title, head) => {
    const room = busyRoom();
    const other = busyRoom().do('ana', 'log.write', { text: 'another history' });
    const { sync, seen, restarts, clock, store } = syncOf(room, {
      join: async () => ({
        ok: true,
        head: other.state.seq,
        epoch: 'another life',
        now: NOW,
        snapshot: packRoom(other.state, other.events, 'another life'),
      }),
    });
    clock.measure(NOW, WRITTEN_AT_MS);
    sync.connected();
    await settled();
    sync.hearHead({ incident: room.state.id, seq: room.state.seq, epoch: EPOCH, now: NOW, ...head });
    await settled();
    expect(seen().confirmed).toEqual(other.state);
    expect(store.epoch()).toBe('another life');
    expect(restarts()).toBeGreaterThan(0);
  });

  it('[S5] takes a snapshot when polling finds it far behind', async () => {
    const room = busyRoom();
    const { sync, asked, seen } = syncOf(room);
    grow(room, 501);
    expect(await sync.poll()).toBe(true);
    expect(asked).toEqual([expect.stringMatching(/^events/), 'snapshot']);
    expect(seen().confirmed).toEqual(room.state);
  });

  it('tries again later when the server does not answer, and ends when it says no', async () => {
    const room = busyRoom();
    let answer: Reply<EventRange> = { kind: 'silence', status: null, retryAfterMs: null };
    const { sync, seen, held } = syncOf(room, { fetchEvents: async () => answer });
    const [, second] = grow(room, 2);
    sync.hearEvents([second!]);
    await settled();
    expect(held.waiting()).toHaveLength(1);
    answer = {
      kind: 'problem',
      problem: { type: '', title: '', status: 404, code: 'not_found', detail: 'There is no such incident.', requestId: '' },
      retryAfterMs: null,
    };
    held.pass(10_000);
    await settled();
    expect(seen().closed).toEqual({ code: 'not_found', message: 'There is no such incident.' });
    expect(held.waiting()).toEqual([]);
  });

  it('is open again when the person has signed in again', async () => {
    const room = busyRoom();
    const { sync, seen, restarts } = syncOf(room);
    sync.close({ code: 'unauthenticated', message: 'Sign in again.' });
    expect(seen().closed?.code).toBe('unauthenticated');
    sync.connected();
    await settled();
    expect(seen().closed).toBeNull();
    expect(restarts()).toBe(1);
  });

  it('[R13] learns the time of the server by joining, and again when a head contradicts', async () => {
    const room = busyRoom();
    const { sync, clock, asked } = syncOf(room);
    sync.connected();
    await settled();
    expect(clock.offsetMs()).toBe(0);
    const later = new Date(WRITTEN_AT_MS + 3_600_000).toISOString();
    sync.hearHead({ incident: room.state.id, seq: room.state.seq, epoch: EPOCH, now: later });
    await settled();
    expect(asked).toHaveLength(2);
  });
});
