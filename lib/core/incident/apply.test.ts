import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fold } from './apply';
import type { IncidentEvent } from './events';
import { runThrough } from './testing/every-event';
import { frozen } from './testing/frozen';
import { randomRoom } from './testing/random-room';
import type { IncidentState } from './state';
import { losesWords, withoutWords } from './words';

const seeds = fc.integer({ min: 1, max: 1e6 });

/** The history as it is stored after its redactions: the words are gone, the places stay. */
function redactedHistory(events: readonly IncidentEvent[]): IncidentEvent[] {
  return events.map((event) => {
    const isRedacted = events.some((later) => later.seq > event.seq && losesWords(later, event));
    return isRedacted ? ({ ...event, data: withoutWords(event.type, event.data), redacted: true } as IncidentEvent) : event;
  });
}

describe('apply', () => {
  it('never throws on what was decided, and never changes what it is given', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const room = randomRoom(seed, 80);
        let state: IncidentState | null = null;
        for (const event of room.events) {
          const before: IncidentState | null = state === null ? null : frozen(state);
          const copy: string = JSON.stringify(before);
          state = apply(before, frozen(event));
          expect(JSON.stringify(before)).toBe(copy);
        }
        expect(state).toEqual(room.state);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('gives every event the next seq, and the state the seq of the last one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events, state } = randomRoom(seed, 60);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
        expect(state.seq).toBe(events.length);
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  it('ends the same on a history whose redacted words are gone', () => {
    const { events, state } = runThrough();
    const stored = redactedHistory(events);
    expect(stored.filter((event) => event.redacted).map((event) => event.type)).toEqual([
      'log.written',
      'evidence.added',
      'evidence.retitled',
      'update.posted',
    ]);
    expect(JSON.stringify(stored)).not.toContain('hunter2');
    expect(fold(stored)).toEqual(state);
    fc.assert(
      fc.property(seeds, (seed) => {
        const room = randomRoom(seed, 120);
        expect(fold(redactedHistory(room.events))).toEqual(room.state);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('refuses a stream that is broken', () => {
    const { events, state } = runThrough();
    const [declared, second, third] = events as [IncidentEvent, IncidentEvent, IncidentEvent];
    expect(() => apply(null, second)).toThrow(/first event/);
    expect(() => apply(state, declared)).toThrow(/already declared/);
    expect(() => apply(apply(null, declared), third)).toThrow(/does not follow/);
    expect(() => apply(state, state as never)).toThrow();
    expect(fold([])).toBeNull();
  });
});
