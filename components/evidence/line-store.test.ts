import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '@/lib/client/http';
import { createLineStore, type LinesAnswer } from './line-store';

const answer = (from: number, to: number, total: number): LinesAnswer => ({
  from,
  total,
  lines: Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`),
  clipped: from === 1 ? [{ line: 3, length: 12_345 }] : [],
});

const settle = () => vi.waitFor(() => Promise.resolve());

describe('lines fetched in ranges', () => {
  it('fetches each chunk once, and only those that are wanted', async () => {
    const fetchLines = vi.fn(async (from: number, to: number): Promise<Reply<LinesAnswer>> => ({
      kind: 'ok',
      value: answer(from, to, 1200),
    }));
    const store = createLineStore(fetchLines, 1200, null);
    store.want(1, 40);
    store.want(20, 60);
    await settle();
    expect(store.line(1)).toBe('line 1');
    expect(store.line(501)).toBeNull();
    store.want(990, 1300);
    await settle();
    expect(store.line(1200)).toBe('line 1200');
    expect(fetchLines.mock.calls).toEqual([
      [1, 500],
      [501, 1000],
      [1001, 1200],
    ]);
    expect(store.clippedLength(3)).toBe(12_345);
  });

  it('starts with what the page brought along', () => {
    const fetchLines = vi.fn();
    const store = createLineStore(fetchLines, 2, answer(1, 2, 2));
    store.want(1, 2);
    expect(store.line(2)).toBe('line 2');
    expect(fetchLines).not.toHaveBeenCalled();
  });

  it('says what is wrong, asks no more, and goes on after a retry', async () => {
    const replies: Reply<LinesAnswer>[] = [
      { kind: 'silence', status: null, retryAfterMs: null },
      { kind: 'ok', value: answer(1, 2, 2) },
    ];
    const store = createLineStore(async () => replies.shift()!, 2, null);
    store.want(1, 2);
    await settle();
    expect(store.problem()).toMatch(/try again/);
    store.want(1, 2);
    store.retry();
    store.want(1, 2);
    await settle();
    expect(store.line(1)).toBe('line 1');
    expect(store.problem()).toBeNull();
  });
});
