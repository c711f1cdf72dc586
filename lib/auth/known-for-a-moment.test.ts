import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMoments } from './known-for-a-moment';

let nowMs: number;
const answers = new Map<string, string | null>();
const ask = vi.fn(async (key: string) => answers.get(key) ?? null);
const moments = createMoments(() => new Date(nowMs));
const look = moments.remember(ask);

beforeEach(() => {
  nowMs = Date.parse('2026-11-23T16:00:00Z');
  moments.forget();
  ask.mockClear();
  answers.clear();
  answers.set('ana', 'responder');
});

describe('what is known for a moment', () => {
  it('is asked once in half a second', async () => {
    expect([await look('ana'), await look('ana')]).toEqual(['responder', 'responder']);
    expect(ask).toHaveBeenCalledTimes(1);
    answers.set('ana', 'viewer');
    nowMs += 499;
    expect(await look('ana')).toBe('responder');
    nowMs += 1;
    expect(await look('ana')).toBe('viewer');
  });

  it('is forgotten at once when told, also by whom it was being asked for', async () => {
    await look('ana');
    let answer: (found: string | null) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    moments.forget();
    const asking = look('ana');
    moments.forget();
    answer('responder');
    await asking;
    answers.set('ana', null);
    expect(await look('ana')).toBeNull();
  });

  it('never is that somebody is nobody, and never the future of a clock that went back', async () => {
    expect(await look('bo')).toBeNull();
    answers.set('bo', 'viewer');
    expect(await look('bo')).toBe('viewer');
    nowMs -= 3_600_000;
    answers.set('bo', null);
    expect(await look('bo')).toBeNull();
  });
});
