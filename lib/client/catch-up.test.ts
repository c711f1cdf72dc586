import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { fold } from '@/lib/core/incident/apply';
import { busyRoom } from '@/lib/core/incident/testing/room';
import { catchUp, NONE_HELD } from './catch-up';

const { events, state } = busyRoom();
const event = (seq: number) => events[seq - 1] as IncidentEvent;
const seqs = (some: readonly IncidentEvent[]) => some.map(({ seq }) => seq);

describe('[S2] catching up', () => {
  it.each([
    ['the next is applied', 3, [], [4], [4], [], false],
    ['a known one is dropped', 3, [], [2, 3], [], [], false],
    ['one ahead is held', 3, [], [6], [], [6], true],
    ['the missing one frees what was held', 3, [5, 6], [4], [4, 5, 6], [], false],
    ['a repeat is applied once', 3, [], [4, 4, 5, 4], [4, 5], [], false],
    ['a run before a gap is applied, the rest held', 3, [], [7, 4, 5], [4, 5], [7], true],
    ['nothing changes nothing', 3, [5], [], [], [5], true],
  ] as const)('%s', (_title, seq, held, incoming, next, stillHeld, isMissing) => {
    const before = new Map(held.map((one) => [one, event(one)]));
    const caught = catchUp(seq, before, incoming.map(event));
    expect(seqs(caught.next)).toEqual(next);
    expect([...caught.held.keys()]).toEqual(stillHeld);
    expect(caught.isMissing).toBe(isMissing);
    expect([...before.keys()]).toEqual(held);
  });

  it('any order and repetition of events, in any portions, ends the same', () => {
    const portion = fc.array(fc.constantFrom(...events), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(portion, { maxLength: 12 }),
        fc.shuffledSubarray(events, { minLength: events.length }),
        (portions, all) => {
          let seq = 0;
          let held = NONE_HELD;
          const applied: IncidentEvent[] = [];
          for (const incoming of [...portions, ...all.map((one) => [one])]) {
            const caught = catchUp(seq, held, incoming);
            applied.push(...caught.next);
            seq += caught.next.length;
            held = caught.held;
          }
          expect(seqs(applied)).toEqual(seqs(events));
          expect(held.size).toBe(0);
          expect(fold(applied)).toEqual(state);
        },
      ),
    );
  });
});
