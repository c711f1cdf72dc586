import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { gatherEvents } from './gather-events';
import type { Timers } from './timers';

function gathering() {
  const heard: number[][] = [];
  const due: (() => void)[] = [];
  const timers: Timers = {
    nowMs: () => 0,
    random: () => 0,
    after(_delayMs, run) {
      due.push(run);
      return () => void due.splice(due.indexOf(run), 1);
    },
  };
  const gather = gatherEvents((events) => heard.push(events.map(({ seq }) => seq)), timers);
  return {
    heard,
    due,
    gather,
    take: (...seqs: number[]) => gather.take(seqs.map((seq) => ({ seq }) as IncidentEvent)),
    pass: () => due.shift()?.(),
  };
}

describe('what comes over the socket', () => {
  it('is handed on at once when it comes alone', () => {
    const { heard, due, take, pass } = gathering();
    take(1);
    expect(heard).toEqual([[1]]);
    pass();
    expect(due).toEqual([]);
    take(2);
    expect(heard).toEqual([[1], [2]]);
  });

  it('is handed on together, whole and in order, when it storms', () => {
    const { heard, take, pass } = gathering();
    take(1);
    take(2, 3);
    take(4);
    expect(heard).toEqual([[1]]);
    pass();
    expect(heard).toEqual([[1], [2, 3, 4]]);
    take(5);
    expect(heard).toHaveLength(2);
    pass();
    expect(heard).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('is not kept back from what builds on it, nor handed on after the end', () => {
    const { heard, due, gather, take } = gathering();
    take(1);
    take(2);
    gather.flush();
    expect(heard).toEqual([[1], [2]]);
    take(3);
    gather.stop();
    expect(due).toEqual([]);
    expect(heard).toHaveLength(2);
  });
});
