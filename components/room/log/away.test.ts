import { describe, expect, it } from 'vitest';
import { runThrough } from '@/lib/core/incident/testing/every-event';
import { PEOPLE } from '@/lib/core/incident/testing/room';
import { awaySummary } from './away';

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

  it('leaves out what one did oneself, what was seen, and words that were redacted', () => {
    expect(summary(room.state.seq)).toEqual({ count: 0, lines: [] });
    expect(summary(1, 'ana').lines.some(({ author }) => author === 'Ana')).toBe(false);
    expect(JSON.stringify(summary(1))).not.toContain('hunter2');
  });
});
