import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fold } from './apply';
import { entriesOf, entryOf, someEntries, withEntry } from './ledger';
import { packRoom, unpackRoom } from './snapshot';
import { frozen } from './testing/frozen';
import { runThrough } from './testing/every-event';
import { randomRoom } from './testing/random-room';
import type { IncidentState } from './state';

const room = runThrough();
const travel = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('a packed room', () => {
  it('unpacks to the same state after the way through JSON', () => {
    expect(unpackRoom(travel(packRoom(room.state, room.events, 'epoch')))).toEqual(room.state);
  });

  it('does so in whatever state the incident is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { state, events } = randomRoom(seed, 60);
        expect(unpackRoom(travel(packRoom(state, events, 'epoch')))).toEqual(state);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('[S5] with the events that follow ends as the whole history does, from any seq', () => {
    for (let seq = 1; seq <= room.events.length; seq++) {
      const before = room.events.slice(0, seq);
      const packed = travel(packRoom(fold(before) as IncidentState, before, 'epoch'));
      const caughtUp = room.events
        .slice(seq)
        .reduce<IncidentState>((state, event) => apply(state, event), frozen(unpackRoom(packed)));
      expect(caughtUp).toEqual(room.state);
    }
  });

  it('carries the notes of the events given, and every pinned one', () => {
    const noted = runThrough().do('bo', 'log.pin', { entry: 8 }).do('bo', 'log.write', { text: 'last' });
    const { entries, events, seq } = packRoom(noted.state, noted.events.slice(-2), 'epoch');
    expect(entries.map((entry) => entry.seq)).toEqual([8, seq]);
    expect(events.map((event) => event.seq)).toEqual([seq - 1, seq]);
  });
});

it('the ledger keeps every entry by seq, however many', () => {
  const seqs = [1, 127, 128, 129, 5000, 99_999];
  const note = entryOf(room.state.entries, 8)!;
  const ledger = seqs.reduce((kept, seq) => withEntry(kept, { ...note, seq }), {});
  expect(entriesOf(ledger).map((entry) => entry.seq)).toEqual(seqs);
  expect(seqs.map((seq) => entryOf(ledger, seq)?.seq)).toEqual(seqs);
  expect(entryOf(ledger, 130)).toBeNull();
  expect(entriesOf(someEntries(ledger, (entry) => entry.seq > 128)).map((entry) => entry.seq)).toEqual([129, 5000, 99_999]);
});
