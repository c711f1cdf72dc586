import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { entryOf } from '@/lib/core/incident/ledger';
import { packRoom } from '@/lib/core/incident/snapshot';
import { busyRoom, Room } from '@/lib/core/incident/testing/room';
import { commandOf, queued, storeOf } from './testing/fixtures';

const NOTHING_SENDING = { sending: new Set<string>(), isKept: true, pause: null };
const lastOf = (room: Room, count = 1) => room.events.slice(-count);

/** The same fact as if the command `id` of this device had led to it. */
const asCommand = (events: IncidentEvent[], id: string) => events.map((event) => ({ ...event, commandId: id }) as IncidentEvent);

describe('a room in the browser', () => {
  it('applies what comes, draws it, and keeps a window without gaps', () => {
    const room = busyRoom();
    const store = storeOf(room);
    const before = store.store.getState();
    expect(before.drawn).toBe(before.confirmed);
    room.do('bo', 'hypothesis.start-test', { hypothesis: 'H2', minutes: 5 });
    expect(store.receive(lastOf(room))).toBe(false);
    const { confirmed, drawn, events } = store.store.getState();
    expect(confirmed).toEqual(room.state);
    expect(drawn).toBe(confirmed);
    expect(events).toEqual(room.events);
  });

  it('[S2] holds what is ahead and says that something is missing', () => {
    const room = busyRoom();
    const store = storeOf(room);
    room.do('bo', 'log.write', { text: 'one' }).do('bo', 'log.write', { text: 'two' });
    const [one, two] = lastOf(room, 2) as [IncidentEvent, IncidentEvent];
    expect(store.receive([two])).toBe(true);
    expect(store.isMissing()).toBe(true);
    expect(store.store.getState().events.at(-1)?.seq).toBe(one.seq - 1);
    expect(store.receive([one])).toBe(false);
    expect(store.store.getState().confirmed).toEqual(room.state);
  });

  it('[O3] draws what is pending by the rules of the core, marked by its missing hash and written time', () => {
    const room = busyRoom();
    const store = storeOf(room, 'bo');
    const [propose, weigh] = queued([
      commandOf({ name: 'hypothesis.propose', input: { statement: 'The cache grew' } }),
      commandOf({ name: 'log.write', input: { text: 'looking' }, at: '2026-11-23T17:02:00+01:00' }),
    ]);
    store.setOutbox({ commands: [propose!, weigh!], ...NOTHING_SENDING });
    const { drawn, confirmed, pendingEvents, outbox } = store.store.getState();
    expect(confirmed).toEqual(room.state);
    expect(drawn.hypotheses[propose!.id as never]).toMatchObject({ ref: 'H3', statement: 'The cache grew' });
    expect(pendingEvents).toMatchObject([
      { commandId: propose!.id, hash: null, seq: room.state.seq + 1, at: '2026-11-23T16:30:00.000Z' },
      { commandId: weigh!.id, hash: null, at: '2026-11-23T16:02:00.000Z', offsetMin: 60 },
    ]);
    expect(outbox.map(({ state, reason }) => [state, reason])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ]);
  });

  it('[O3] decides again on top of what is confirmed, and keeps what no longer goes with its reason', () => {
    const room = busyRoom();
    const store = storeOf(room, 'bo');
    const [confirm] = queued([commandOf({ name: 'hypothesis.confirm', input: { hypothesis: 'H2', because: 'OOM line' } })]);
    store.setOutbox({ commands: [confirm!], ...NOTHING_SENDING });
    expect(store.store.getState().pendingEvents).toHaveLength(1);
    room.do('ana', 'hypothesis.reject', { hypothesis: 'H2', because: 'Memory is fine' });
    store.receive(lastOf(room));
    const { drawn, pendingEvents, outbox } = store.store.getState();
    expect(pendingEvents).toEqual([]);
    expect(drawn).toEqual(room.state);
    expect(outbox).toMatchObject([{ id: confirm!.id, state: 'waiting', problem: { code: 'conflict' } }]);
    expect(outbox[0]?.reason).toMatch(/H2 was rejected/);
  });

  it('[O3] draws a command once, whether its answer or the room tells of it first', () => {
    const room = busyRoom();
    const [note] = queued([commandOf({ input: { text: 'mine' } })]);
    room.do('ana', 'log.write', { text: 'mine' });
    const mine = asCommand(lastOf(room), note!.id);
    const drawnNotes = (store: ReturnType<typeof storeOf>) => {
      const { events, pendingEvents } = store.store.getState();
      return [...events, ...pendingEvents].filter(({ commandId }) => commandId === note!.id).length;
    };
    const before = { state: busyRoom().state, events: busyRoom().events };

    const roomFirst = storeOf(before);
    roomFirst.setOutbox({ commands: [note!], ...NOTHING_SENDING });
    roomFirst.receive(mine);
    expect(drawnNotes(roomFirst)).toBe(1);
    roomFirst.acknowledge(note!, { events: mine, seq: mine[0]!.seq });
    roomFirst.setOutbox({ commands: [], ...NOTHING_SENDING });
    expect(drawnNotes(roomFirst)).toBe(1);

    const answerFirst = storeOf(before);
    answerFirst.setOutbox({ commands: [note!], ...NOTHING_SENDING });
    answerFirst.acknowledge(note!, { events: mine, seq: mine[0]!.seq });
    answerFirst.setOutbox({ commands: [], ...NOTHING_SENDING });
    expect(drawnNotes(answerFirst)).toBe(1);
    answerFirst.receive(mine);
    expect(drawnNotes(answerFirst)).toBe(1);
  });

  it('[O3] goes on drawing what was taken while an event before it is missing', () => {
    const room = busyRoom();
    const store = storeOf(room);
    const [note] = queued([commandOf({ input: { text: 'mine' } })]);
    store.setOutbox({ commands: [note!], ...NOTHING_SENDING });
    room.do('bo', 'log.write', { text: 'first' }).do('ana', 'log.write', { text: 'mine' });
    const [first, second] = lastOf(room, 2) as [IncidentEvent, IncidentEvent];
    const mine = asCommand([second], note!.id);
    expect(store.acknowledge(note!, { events: mine, seq: second.seq })).toBe(true);
    store.setOutbox({ commands: [], ...NOTHING_SENDING });
    expect(store.store.getState().pendingEvents).toMatchObject([{ commandId: note!.id }]);
    store.receive([first]);
    expect(store.store.getState().pendingEvents).toEqual([]);
    expect(store.store.getState().events.at(-1)).toMatchObject({ commandId: note!.id });
  });

  it('[S4] begins again from a snapshot and draws what is pending on it', () => {
    const old = busyRoom();
    const store = storeOf(old);
    const [note] = queued([commandOf()]);
    store.setOutbox({ commands: [note!], ...NOTHING_SENDING });
    const restored = new Room().do('ana', 'log.write', { text: 'another history' });
    store.replace(packRoom(restored.state, restored.events, 'another life'));
    const { confirmed, events, pendingEvents } = store.store.getState();
    expect([confirmed, events, store.epoch()]).toEqual([restored.state, restored.events, 'another life']);
    expect(pendingEvents).toMatchObject([{ commandId: note!.id, seq: restored.state.seq + 1 }]);
  });

  it('takes the words out of its window when they are redacted', () => {
    const room = busyRoom().do('bo', 'log.write', { text: 'password hunter2' });
    const store = storeOf(room);
    room.do('bo', 'log.redact', { entry: room.state.seq, because: 'a password' });
    store.receive(lastOf(room));
    expect(JSON.stringify(store.store.getState())).not.toContain('hunter2');
    expect(store.store.getState().events.at(-2)).toMatchObject({ redacted: true });
  });

  it('knows what notes say now that were written before its window', () => {
    const room = busyRoom();
    for (let n = 0; n < 6; n += 1) room.do('ana', 'log.write', { text: `note ${n}` });
    const full = room.state.seq;
    const store = storeOf(room, 'ana', 3);
    expect(store.store.getState().hasEarlier).toBe(true);
    const earlier = room.events.slice(0, full - 3);
    const entries = earlier.flatMap(({ seq }) => entryOf(room.state.entries, seq) ?? []);
    // Meanwhile one of them is revised: the read knows nothing of it, the room does.
    room.do('ana', 'log.revise', { entry: full - 4, text: 'revised' });
    store.receive(lastOf(room));
    store.prepend({ events: earlier, entries, seq: full });
    const { confirmed, events, hasEarlier } = store.store.getState();
    expect(confirmed).toEqual(room.state);
    expect(events).toEqual(room.events);
    expect(hasEarlier).toBe(false);
  });

  it('[R13] shows the time of writing by the clock of the server', () => {
    const store = storeOf(busyRoom());
    const ahead = 24 * 3_600_000;
    const [note] = queued([commandOf({ writtenAtMs: Date.parse('2026-11-24T16:30:00Z'), clockOffsetMs: null })]);
    store.setOutbox({ commands: [note!], ...NOTHING_SENDING });
    store.setClockOffset(-ahead);
    const { outbox, pendingEvents } = store.store.getState();
    expect(outbox[0]?.writtenAt).toBe('2026-11-23T16:30:00.000Z');
    expect(pendingEvents[0]?.at).toBe('2026-11-23T16:30:00.000Z');
  });

  it('costs the same for an event at 10 entries and at 10,000', () => {
    const costOf = (entries: number) => {
      const room = busyRoom();
      const snapshot = { state: room.state, events: [...room.events] };
      const store = storeOf(snapshot);
      const line = (seq: number) => ({ ...room.events[0], type: 'log.written', data: { text: 'x' }, seq }) as IncidentEvent;
      const first = room.state.seq + 1;
      store.receive(Array.from({ length: entries }, (_, n) => line(first + n)));
      const times = Array.from({ length: 301 }, (_, n) => {
        const before = performance.now();
        store.receive([line(first + entries + n)]);
        return performance.now() - before;
      });
      return times.toSorted((a, b) => a - b)[150] ?? 0;
    };
    costOf(10);
    const [few, many] = [costOf(10), costOf(10_000)];
    expect(many).toBeLessThan(few * 10 + 0.2);
  });
});
