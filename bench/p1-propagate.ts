import { compare, inTurns } from './lib/compare';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, round, told, type Figure, type Row, type Run } from './lib/figure';
import { ourSide, rawSide, type Side } from './lib/sides';
import { median } from './lib/statistics';
import { usageOf } from './lib/usage';
import { writeSteadily } from './lib/write-steadily';

type Load = { watchers: number; perSecond: number; forMs: number };
type Scale = { repetitions: number; loads: readonly Load[] };

export const FULL: Scale = {
  repetitions: 5,
  loads: [
    { watchers: 50, perSecond: 50, forMs: 3000 },
    { watchers: 200, perSecond: 20, forMs: 4000 },
    { watchers: 200, perSecond: 50, forMs: 3000 },
    { watchers: 1000, perSecond: 10, forMs: 5000 },
    { watchers: 1000, perSecond: 50, forMs: 3000 },
  ],
};

const FULL_LOOP = 0.9;
const WARM_UP = { perSecond: 50, forMs: 1500 };

type Sample = { p50Ms: number; p99Ms: number; lost: number; wrong: number; clientLoop: number; serverLoop: number };
export type Propagated = { load: Load; ours: Sample[]; reference: Sample[] };

async function sample(side: Side, { watchers, perSecond, forMs }: Load): Promise<Sample> {
  await usageOf(side.watchers);
  await usageOf(side.server);
  const lines = await writeSteadily(side, { perSecond, forMs });
  const clientLoop = (await usageOf(side.watchers)).loopShare;
  const serverLoop = (await usageOf(side.server)).loopShare;
  const { p50Ms, p99Ms, told: deliveries, wrong } = await side.seen(lines);
  return { p50Ms, p99Ms, lost: lines * watchers - deliveries, wrong, clientLoop, serverLoop };
}

async function warmUp(side: Side): Promise<void> {
  await side.seen(await writeSteadily(side, WARM_UP));
}

/** The same lines at the same pace to the same watchers, ours and raw socket.io in turns. */
export async function measurePropagation(
  ours: Side,
  raw: Side,
  { repetitions, loads }: Scale,
  tell: Run['tell'] = () => undefined,
): Promise<Propagated[]> {
  const results: Propagated[] = [];
  let watching = 0;
  for (const load of loads) {
    tell(`${load.watchers} watchers, ${load.perSecond} writes/s`);
    const more = load.watchers - watching;
    for (const side of [ours, raw]) {
      if (more > 0) await side.watch(more);
      await warmUp(side);
    }
    watching = load.watchers;
    results.push({
      load,
      ...(await inTurns(
        repetitions,
        () => sample(ours, load),
        () => sample(raw, load),
      )),
    });
  }
  return results;
}

function rowsOf({ load: { watchers, perSecond }, ours, reference }: Propagated): Row[] {
  const name = `${watchers} watchers, ${perSecond} writes/s`;
  const p50 = compare({
    ...{ what: `${name}: p50`, unit: 'ms', bar: { atMost: 1.5 } },
    ...{ ours: ours.map(({ p50Ms }) => p50Ms), reference: reference.map(({ p50Ms }) => p50Ms) },
  });
  // The slowest hundredth of a few seconds wanders by nature: its median over the repetitions is what is compared.
  const p99 = compare({
    ...{ what: `${name}: p99`, unit: 'ms', bar: { atMost: 2 }, steadiness: Number.POSITIVE_INFINITY },
    ...{ ours: ours.map(({ p99Ms }) => p99Ms), reference: reference.map(({ p99Ms }) => p99Ms) },
  });
  const isFull = median(ours.map(({ clientLoop }) => clientLoop)) > FULL_LOOP;
  const note = 'the watchers themselves were full: this says nothing about the server';
  return isFull ? [p50, p99].map((row) => ({ ...row, verdict: 'invalid' as const, note })) : [p50, p99];
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const ours = await ourSide(postgres, 1000);
  const raw = await rawSide(postgres);
  try {
    const results = await measurePropagation(ours, raw, FULL, tell);
    const all = results.flatMap((one) => one.ours);
    const last = results.at(-1);
    const loops =
      last &&
      `server ${round(median(last.ours.map((one) => one.serverLoop)) * 100)} % against ${round(median(last.reference.map((one) => one.serverLoop)) * 100)} %, watchers ${round(median(last.ours.map((one) => one.clientLoop)) * 100)} %`;
    return [
      ...results.flatMap(rowsOf),
      mustBe(
        'lines lost on the way to a watcher',
        all.reduce((sum, { lost }) => sum + lost, 0),
        0,
      ),
      mustBe(
        'lines twice, out of order, after a gap; watchers cut off',
        all.reduce((sum, { wrong }) => sum + wrong, 0),
        0,
      ),
      mustBe(
        'lines the reference lost',
        results.flatMap((one) => one.reference).reduce((sum, { lost }) => sum + lost, 0),
        0,
      ),
      told('how busy in the last of these', loops ?? ''),
    ];
  } finally {
    await ours.stop();
    await raw.stop();
    await postgres.stop();
  }
}

export const p1Propagate: Figure = {
  name: 'P1',
  title: 'Propagate: from a POST sent to a line seen by all watchers, beside raw socket.io with one insert',
  run,
};
