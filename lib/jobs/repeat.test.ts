import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from './repeat';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const onError = () => undefined;

describe('repeating', () => {
  it('runs at once, then every so often, and no more once it is stopped', async () => {
    const work = vi.fn(async () => false);
    const loop = repeat(work, { everyMs: 1000, onError });
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(0);
    loop.start();
    await vi.advanceTimersByTimeAsync(2500);
    expect(work).toHaveBeenCalledTimes(3);
    await loop.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('goes on at once while there is more to do, and when it is woken, but never twice at a time', async () => {
    let running = 0;
    let most = 0;
    let left = 3;
    const work = vi.fn(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
      running -= 1;
      return --left > 0;
    });
    const loop = repeat(work, { everyMs: 60_000, onError });
    loop.start();
    await vi.advanceTimersByTimeAsync(100);
    expect(work).toHaveBeenCalledTimes(3);
    loop.wake();
    await vi.advanceTimersByTimeAsync(5);
    loop.wake();
    await vi.advanceTimersByTimeAsync(100);
    expect(work).toHaveBeenCalledTimes(5);
    expect(most).toBe(1);
    await loop.stop();
  });

  it('waits when stopped for what is under way, and survives a failing run', async () => {
    const errors: unknown[] = [];
    let finish = () => {};
    const work = vi
      .fn<() => Promise<boolean>>()
      .mockRejectedValueOnce(new Error('broken'))
      .mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve(true))));
    const loop = repeat(work, { everyMs: 1000, onError: (error) => errors.push(error) });
    loop.start();
    await vi.advanceTimersByTimeAsync(1500);
    expect(errors).toHaveLength(1);
    let isStopped = false;
    const stopped = loop.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(100);
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
