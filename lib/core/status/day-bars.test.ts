import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPONENT_STATES, type ComponentState } from './component-state';
import { BAR_DAYS, dayBars, upShareOf, type DayBar } from './day-bars';
import { inOrder, worse, type StateChange, type Window } from './state-over-time';

const MINUTE = 60_000;
const DAY = 24 * 60;
const START = Date.parse('2026-03-27T00:00:00Z');
const SPAN_DAYS = 4;

const at = (minute: number) => new Date(START + minute * MINUTE).toISOString();

type Story = { changes: StateChange[]; windows: Window[]; knownFrom: string; now: string };

/** What a person with a clock and a pencil finds: looks once a minute and counts. */
function byTheMinute({ changes, windows, knownFrom, now }: Story): DayBar[] {
  const lastOf = (minute: string) =>
    changes
      .filter((one) => one.at <= minute)
      .reduce<StateChange | null>((last, one) => {
        if (last === null || one.at > last.at) return one;
        return one.at === last.at && one.sourceId > last.sourceId ? one : last;
      }, null)?.state ?? 'operational';
  const seen = (minute: string): ComponentState => {
    const isMaintained = windows.some(({ from, to }) => from <= minute && minute < to);
    return isMaintained ? worse(lastOf(minute), 'under_maintenance') : lastOf(minute);
  };
  return Array.from({ length: SPAN_DAYS }, (_, day) => {
    const minutes = Array.from({ length: DAY }, (_each, index) => at(day * DAY + index));
    const known = minutes.filter((minute) => minute >= knownFrom && minute < now);
    const isOver = now >= at((day + 1) * DAY);
    const looks = known.map(seen);
    // A day, or a component, that begins at this very moment is as it is now.
    const atOnce = knownFrom <= now && now.startsWith(at(day * DAY).slice(0, 10)) ? [seen(now)] : [];
    const states = looks.length > 0 ? looks : atOnce;
    const up = looks.filter((state) => state !== 'partial_outage' && state !== 'major_outage').length;
    return {
      day: at(day * DAY).slice(0, 10),
      state: states.length === 0 ? null : states.reduce(worse),
      upShare: isOver && looks.length > 0 ? up / looks.length : null,
    };
  });
}

const minute = fc.integer({ min: -300, max: SPAN_DAYS * DAY - 1 });
const story = fc
  .record({
    changes: fc.array(
      fc.record({ minute, state: fc.constantFrom(...COMPONENT_STATES), source: fc.integer({ min: 0, max: 99 }) }),
      {
        maxLength: 12,
      },
    ),
    windows: fc.array(fc.record({ from: minute, length: fc.integer({ min: 0, max: 2000 }) }), { maxLength: 3 }),
    knownFrom: minute,
    today: fc.integer({ min: 0, max: DAY - 1 }),
  })
  .map(({ changes, windows, knownFrom, today }) => {
    const named = changes.map((one, index) => ({ sourceId: `${one.source}-${index}`, at: at(one.minute), state: one.state }));
    const planned = windows.map(({ from, length }) => ({ from: at(from), to: at(from + length) }));
    return { changes: named, windows: planned, knownFrom: at(knownFrom), now: at((SPAN_DAYS - 1) * DAY + today) };
  });

const rounded = (days: DayBar[]) =>
  days.map((one) => ({ ...one, upShare: one.upShare === null ? null : Math.round(one.upShare * 1e9) }));

describe('bars of days', () => {
  it('say what somebody finds who looks every minute, in whatever order the changes come', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (one, order) => {
        const shuffled = one.changes
          .map((change) => ({ change, key: order.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ change }) => change);
        const bars = dayBars({ ...one, changes: inOrder(shuffled) }, SPAN_DAYS);
        expect(rounded(bars)).toEqual(rounded(byTheMinute(one)));
      }),
      { numRuns: 100, seed: 90 },
    );
  });

  it('a change that comes late with an earlier time changes the days from then on, and none before', () => {
    fc.assert(
      fc.property(story, minute, fc.constantFrom(...COMPONENT_STATES), (one, when, state) => {
        const before = dayBars({ ...one, changes: inOrder(one.changes) }, SPAN_DAYS);
        const backdated = { sourceId: 'late', at: at(when), state };
        const after = dayBars({ ...one, changes: inOrder([...one.changes, backdated]) }, SPAN_DAYS);
        const untouched = before.filter(({ day }) => day < at(when).slice(0, 10));
        expect(after.slice(0, untouched.length)).toEqual(untouched);
      }),
      { numRuns: 200, seed: 91 },
    );
  });

  it('counts seconds, shows the worst, and leaves the share of a day open that is not over', () => {
    const changes = [
      { sourceId: 'a', at: '2026-03-29T10:00:00.000Z', state: 'major_outage' as const },
      { sourceId: 'b', at: '2026-03-29T10:00:30.000Z', state: 'degraded_performance' as const },
    ];
    const known = { changes, windows: [], knownFrom: '2026-03-28T12:00:00.000Z', now: '2026-03-30T08:00:00.000Z' };
    expect(dayBars(known, 4)).toEqual([
      { day: '2026-03-27', state: null, upShare: null },
      { day: '2026-03-28', state: 'operational', upShare: 1 },
      { day: '2026-03-29', state: 'major_outage', upShare: 1 - 30 / 86_400 },
      { day: '2026-03-30', state: 'degraded_performance', upShare: null },
    ]);
    expect(dayBars(known)).toHaveLength(BAR_DAYS);
    expect(upShareOf(dayBars(known, 4))).toBeCloseTo(1 - 15 / 86_400, 9);
    expect(upShareOf([])).toBeNull();
  });
});
