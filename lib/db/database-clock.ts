import type { Pool } from 'pg';

/** How often the database is asked for its time again. */
const EVERY_MS = 60_000;
const SAMPLES = 3;
/** How far this machine's two clocks may part before it was set, or slept: then the database is asked at once. */
const PARTED_MS = 1000;

type Query = Pick<Pool, 'query'>;
/** The database's time minus the time since this process began, right to within `errorMs`. */
type Offset = { ms: number; errorMs: number };

async function sample(pool: Query): Promise<Offset> {
  const askedAtMs = performance.now();
  const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
  const heardAtMs = performance.now();
  return { ms: (rows[0]?.now.getTime() ?? Date.now()) - (askedAtMs + heardAtMs) / 2, errorMs: (heardAtMs - askedAtMs) / 2 };
}

async function measure(pool: Query): Promise<number> {
  const samples: Offset[] = [];
  for (let index = 0; index < SAMPLES; index += 1) samples.push(await sample(pool));
  const [best] = samples.toSorted((a, b) => a.errorMs - b.errorMs);
  return best?.ms ?? 0;
}

/**
 * The time that all processes on one database agree on, whatever their own clocks say or are set to meanwhile: the
 * database's, carried on by the clock that nobody sets. Two nodes that are ten minutes apart would otherwise write a log
 * whose order is not that of what happened.
 */
export async function databaseClock(pool: Query): Promise<{ now: () => Date; stop: () => void }> {
  let offsetMs = await measure(pool);
  const again = () =>
    measure(pool).then(
      (measured) => (offsetMs = measured),
      // It is away just now; what was measured before still holds.
      () => undefined,
    );
  const apart = () => Date.now() - performance.now();
  let usualMs = apart();
  function now(): Date {
    if (Math.abs(apart() - usualMs) > PARTED_MS) {
      usualMs = apart();
      void again();
    }
    return new Date(performance.now() + offsetMs);
  }
  const timer = setInterval(() => void again(), EVERY_MS).unref();
  return { now, stop: () => clearInterval(timer) };
}
