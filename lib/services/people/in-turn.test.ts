import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn';

describe('taking turns', () => {
  it('runs so many at once and no more, and refuses when too many wait', async () => {
    const turn = inTurn(2, 3);
    let running = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const work = () =>
      turn(async () => {
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => finish.push(resolve));
        running -= 1;
      });
    const five = Array.from({ length: 5 }, work);
    await expect(work()).rejects.toMatchObject({ code: 'unavailable', retryAfterS: 5 });
    for (let n = 0; n < 5; n += 1) {
      await Promise.resolve();
      finish[n]?.();
      await five[n];
    }
    expect(most).toBe(2);
    expect(running).toBe(0);
  });

  it('goes on after work that failed', async () => {
    const turn = inTurn(1, 1);
    const failing = turn(() => Promise.reject(new Error('broken')));
    const next = turn(async () => 'done');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
