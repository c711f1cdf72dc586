import { describe, expect, it } from 'vitest';
import { runThrough } from '@/lib/core/incident/testing/every-event';
import { busyRoom, PEOPLE } from '@/lib/core/incident/testing/room';
import { awaySummary, essentialsOf } from './away';

describe('while you were away', () => {
  const room = runThrough();
  const summary = (seenSeq: number, who: keyof typeof PEOPLE = 'dee') =>
    awaySummary(room.state, room.events, seenSeq, PEOPLE[who].userId);

  it('says how much came in and the five things that matter, in their order', () => {
    const { count, lines } = summary(1);
    expect(count).toBeGreaterThan(20);
    expect(lines).toHaveLength(5);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => a - b));
    expect(lines.map(({ text }) => text).join('\n')).toContain('declared H2 the root cause');
  });

  it('tells a newcomer what the incident is about, and nothing where there are only notes', () => {
    const { count, lines } = awaySummary(room.state, room.events, null, PEOPLE.dee.userId);
    expect(count).toBe(summary(0).count);
    expect(lines.map(({ text }) => text).join('\n')).toContain('declared H2 the root cause');
    const notes = room.events.filter(({ type }) => type === 'log.written');
    expect(awaySummary(room.state, notes, null, PEOPLE.dee.userId)).toMatchObject({ count: notes.length, lines: [] });
    expect(awaySummary(room.state, notes, 0, PEOPLE.dee.userId).lines).not.toEqual([]);
  });

  it('leaves out what one did oneself, what was seen, and words that were redacted', () => {
    expect(summary(room.state.seq)).toEqual({ count: 0, lines: [] });
    expect(summary(1, 'ana').lines.some(({ author }) => author === 'Ana')).toBe(false);
    expect(JSON.stringify(summary(1))).not.toContain('hunter2');
  });

  it('says then how it stands, in the words of the brief', () => {
    const { state } = busyRoom().do('bo', 'hypothesis.start-test', { hypothesis: 'H2', testBy: '2026-11-23T16:30:00Z' });
    expect(essentialsOf(state, { now: '2026-11-23T16:20:00.000Z', offsetMin: 0 })).toEqual([
      'SEV2, investigating. Impact since 16:00 UTC.',
      'The cause is not known yet. Not tested so far: 1 hypothesis.',
      'Testing H2 Redis is out of memory (Bo, until 16:30 UTC)',
      'Ana commands. No next update is promised.',
    ]);
  });
});
