import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { RoomHead } from './live-ports';
import type { Member } from './member';
import { packEvents } from './pack-events';
import { createRoom } from './room';

const event = (seq: number, more: Partial<IncidentEvent> = {}) =>
  ({ seq, type: 'log.written', data: { text: `line ${seq}` }, ...more }) as IncidentEvent;
const seqs = (events: readonly IncidentEvent[]) => events.map(({ seq }) => seq);
const settled = async () => {
  for (let n = 0; n < 5; n += 1) await new Promise(setImmediate);
};

/** A room whose database has events 1 to `head`; `out` is what went out, a head as a number. */
function roomAt(head: number) {
  const out: (number[] | 'head')[] = [];
  const db = { head, fails: false, isPrivate: false, reads: 0 };
  const expelled: string[] = [];
  const room = createRoom('i', {
    async range(first, last) {
      db.reads += 1;
      if (db.fails) throw new Error('The database is away.');
      return Array.from({ length: last - first + 1 }, (_, n) => event(first + n));
    },
    async head(): Promise<RoomHead> {
      if (db.fails) throw new Error('The database is away.');
      return { incidentId: 'i', seq: db.head, isPrivate: db.isPrivate, audience: [] };
    },
    send: (events) => void out.push(seqs(events)),
    sendHead: () => void out.push('head'),
    expel(member) {
      expelled.push(member.socket.id);
      room.members.delete(member.socket.id);
    },
    maySee: (found) => !found.isPrivate,
    failed: () => undefined,
  });
  const enter = (id: string): Member => {
    const member = { socket: { id }, entry: 0, state: 'joining', held: [], laggingSinceMs: 0 } as unknown as Member;
    room.members.set(id, member);
    return member;
  };
  const ana = enter('ana');
  room.admit(ana, head);
  const observe = () =>
    room.observe({ incidentId: 'i', seq: db.head, isPrivate: db.isPrivate, audience: [] }, room.sent(), Infinity);
  return { room, out, db, expelled, enter, observe };
}

describe('a room', () => {
  it('sends every event once, in order, whatever comes twice, late or in a heap', async () => {
    const { room, out } = roomAt(3);
    room.take([event(5), event(4), event(2)]);
    room.take([event(4), event(6)]);
    await settled();
    room.take([event(5), event(7)]);
    await settled();
    expect(out).toEqual([[4, 5, 6], [7]]);
  });

  it('[S3] reads what lies between, and what only the database knows of', async () => {
    const { room, out, db, observe } = roomAt(3);
    room.take([event(6)]);
    await settled();
    expect(out).toEqual([[4, 5, 6]]);
    db.head = 8;
    observe();
    await settled();
    expect(out.at(-1)).toEqual([7, 8]);
    expect(db.reads).toBe(2);
  });

  it('tells the head where too much is missing', async () => {
    const { room, out, db, observe } = roomAt(3);
    db.head = 600;
    observe();
    await settled();
    expect(out).toEqual(['head']);
    room.take([event(601)]);
    await settled();
    expect(out).toEqual(['head', [601]]);
  });

  it('[S4] tells the head where the database knows less than was sent', async () => {
    const { room, out, db, observe } = roomAt(3);
    db.head = 2;
    observe();
    expect(out).toEqual(['head']);
    expect(room.head()).toBe(2);
  });

  it('keeps what it could not read or check, and comes back to it', async () => {
    const { room, out, db, observe } = roomAt(3);
    db.fails = true;
    room.take([event(4, { type: 'incident.restricted' } as never), event(5)]);
    await settled();
    expect(out).toEqual([]);
    room.take([event(6)]);
    await settled();
    expect(out).toEqual([]);
    db.fails = false;
    db.head = 6;
    observe();
    await settled();
    expect(out).toEqual([[4, 5, 6]]);
  });

  it('asks who may still hear before it sends on from where access changed', async () => {
    const { room, out, db, expelled, enter } = roomAt(3);
    enter('bo');
    db.isPrivate = true;
    room.take([event(4), event(5, { type: 'incident.accessRevoked' } as never), event(6)]);
    await settled();
    expect(expelled).toEqual(['ana', 'bo']);
    expect(out).toEqual([]);
  });

  it('[S1] holds events for who is joining, and gives them what the answer did not hold', async () => {
    const { room, out, enter } = roomAt(3);
    const bo = enter('bo');
    room.take([event(4), event(5)]);
    await settled();
    expect(out).toEqual([[4, 5]]);
    expect(seqs(room.admit(bo, 4))).toEqual([5]);
    expect(bo.state).toBe('live');
  });
});

describe('packing', () => {
  const text = (length: number) => ({ data: { text: 'x'.repeat(length) } }) as never;

  it('fills messages up to 4 kB', () => {
    const { messages, hint } = packEvents(Array.from({ length: 10 }, (_, n) => event(n, text(900))));
    expect(messages.map((events) => events.length)).toEqual([4, 4, 2]);
    expect(hint).toBe(false);
    for (const events of messages)
      expect(Buffer.byteLength(JSON.stringify({ incident: 'x'.repeat(36), events }))).toBeLessThan(4096);
  });

  it('leaves everything from the first that is too large to be fetched', () => {
    const { messages, hint } = packEvents([event(1), event(2, text(5000)), event(3)]);
    expect(messages.map(seqs)).toEqual([[1]]);
    expect(hint).toBe(true);
  });

  it('counts bytes, not characters', () => {
    expect(packEvents([event(1, { data: { text: '✓'.repeat(1500) } } as never)]).hint).toBe(true);
  });
});
