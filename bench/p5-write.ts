import { uuidv7 } from 'uuidv7';
import { benchServices, type BenchServices } from './lib/bench-services';
import { writeBatchByHand, writeByHand } from './lib/by-hand';
import { compare, inTurns } from './lib/compare';
import { startDiskPostgres } from './lib/disk-postgres';
import type { Figure, Row, Run } from './lib/figure';
import { monotonicMs } from './lib/monotonic';
import { median } from './lib/statistics';
import { timedText } from './lib/timed-text';

type Scale = { repetitions: number; single: number; batches: number };

export const FULL: Scale = { repetitions: 9, single: 300, batches: 15 };

const BATCH = 100;

/** p50 of `count` calls one after another, in milliseconds. */
async function p50(count: number, call: (index: number) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAt = monotonicMs();
    await call(index);
    took.push(monotonicMs() - startedAt);
  }
  return median(took);
}

/** Calls a second when `count` batches of 100 are done one after another. */
async function perSecond(count: number, batch: () => Promise<unknown>): Promise<number> {
  const startedAt = monotonicMs();
  for (let index = 0; index < count; index += 1) await batch();
  return (count * BATCH * 1000) / (monotonicMs() - startedAt);
}

export type WriteTimes = {
  single: { ours: number[]; reference: number[] };
  together: { ours: number[]; reference: number[] };
  /** Events that our incident has more or fewer than were written. */
  miscounted: number;
};

/** Our commands beside the same rows by hand, in the same tables of the same database. */
export async function measureWrites(b: BenchServices, { repetitions, single, batches }: Scale): Promise<WriteTimes> {
  const [person] = b.people;
  if (!person) throw new RangeError('Nobody is there to write.');
  const [ours, byHand] = [await b.declare('Ours'), await b.declare('By hand')];
  let written = 0;
  const execute = (text: string) => {
    written += 1;
    return b.services.incidents.execute(person.caller, { incident: ours.key, id: uuidv7(), name: 'log.write', input: { text } });
  };
  const hand = { incidentId: byHand.id, userId: person.userId };
  const texts = () => Array.from({ length: BATCH }, (_, index) => timedText(index));
  const oneOfOurs = (index: number) => execute(timedText(index));
  const oneByHand = (index: number) => writeByHand(b.db.pool, { ...hand, text: timedText(index) });
  const manyOfOurs = () => Promise.all(texts().map(execute));
  const manyByHand = () => writeBatchByHand(b.db.pool, { ...hand, texts: texts() });

  await inTurns(
    2,
    () => p50(Math.ceil(single / 2), oneOfOurs),
    () => p50(Math.ceil(single / 2), oneByHand),
  );
  const singles = await inTurns(
    repetitions,
    () => p50(single, oneOfOurs),
    () => p50(single, oneByHand),
  );
  await inTurns(
    2,
    () => perSecond(3, manyOfOurs),
    () => perSecond(3, manyByHand),
  );
  const together = await inTurns(
    repetitions,
    () => perSecond(batches, manyOfOurs),
    () => perSecond(batches, manyByHand),
  );

  const { rows } = await b.db.pool.query('SELECT count(*)::int AS n, max(seq) AS head FROM event WHERE incident_id = $1', [
    ours.id,
  ]);
  const miscounted = Math.abs(rows[0].n - 1 - written) + Math.abs(rows[0].head - 1 - written);
  return { single: singles, together, miscounted };
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const b = await benchServices(await postgres.database());
  try {
    tell('single commands, then 100 at once, each beside the same rows by hand');
    const { single, together, miscounted } = await measureWrites(b, FULL);
    return [
      compare({ what: 'single command, p50', unit: 'ms', ...single, bar: { atMost: 2 } }),
      compare({ what: '100 at once', unit: '/s', ...together, bar: { atLeast: 0.5 } }),
      { what: 'lost or written twice', ours: String(miscounted), bar: '0', verdict: miscounted === 0 ? 'held' : 'missed' },
    ];
  } finally {
    await b.close();
    await postgres.stop();
  }
}

export const p5Write: Figure = {
  name: 'P5',
  title: 'Write: one incident, single commands and 100 at once, beside the same rows by hand in one transaction',
  run,
};
