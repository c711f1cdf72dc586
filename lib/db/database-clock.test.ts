import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { databaseClock } from './database-clock';

const HOUR_MS = 3_600_000;
const NOON = Date.parse('2026-11-23T12:00:00.000Z');

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

const poolAt = (time: () => number) => ({ query: vi.fn(async () => ({ rows: [{ now: new Date(time()) }] })) }) as never;

it('[R13] says the time of the database, not that of this machine', async () => {
  const started = performance.now();
  const clock = await databaseClock(poolAt(() => NOON + HOUR_MS + performance.now() - started));
  expect(clock.now().getTime()).toBe(NOON + HOUR_MS);
  vi.advanceTimersByTime(5000);
  expect(clock.now().getTime()).toBe(NOON + HOUR_MS + 5000);
  clock.stop();
});

it('[R13] is not moved when the clock of this machine is set', async () => {
  const clock = await databaseClock(poolAt(() => NOON));
  vi.setSystemTime(NOON + 24 * HOUR_MS);
  expect(clock.now().getTime()).toBe(NOON);
  clock.stop();
});

it('asks at once when this machine slept or was set', async () => {
  const pool = { query: vi.fn(async () => ({ rows: [{ now: new Date(NOON + HOUR_MS) }] })) };
  const clock = await databaseClock(pool as never);
  pool.query.mockClear();
  clock.now();
  expect(pool.query).not.toHaveBeenCalled();
  vi.setSystemTime(NOON + 2 * HOUR_MS);
  clock.now();
  await vi.waitFor(() => expect(pool.query).toHaveBeenCalledTimes(3));
  clock.stop();
});

it('follows a database whose clock was set, and goes on while it is away', async () => {
  let ahead = 0;
  const pool = { query: vi.fn(async () => ({ rows: [{ now: new Date(NOON + ahead) }] })) };
  const clock = await databaseClock(pool as never);
  ahead = HOUR_MS;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now().getTime()).toBe(NOON + HOUR_MS);
  pool.query.mockRejectedValue(new Error('Connection terminated'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now().getTime()).toBe(NOON + HOUR_MS + 60_000);
  clock.stop();
});
