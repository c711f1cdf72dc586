import { uuidv7 } from 'uuidv7';
import { benchServices, type BenchServices } from './lib/bench-services';
import { startDiskPostgres, type DiskPostgres } from './lib/disk-postgres';
import { round, type Figure, type Row, type Run } from './lib/figure';
import { monotonicMs } from './lib/monotonic';
import { ourSide, type OurSide } from './lib/sides';
import { logLogSlope, median } from './lib/statistics';
import { timedText } from './lib/timed-text';
import { during } from './lib/usage';
import { writeSteadily } from './lib/write-steadily';

type Point = { x: number; y: number };
type Scale = { watchers: readonly number[]; writes: number; entries: readonly number[]; repetitions: number; samples: number };
type EntriesScale = Pick<Scale, 'entries' | 'repetitions' | 'samples'>;

export const FULL: Scale = {
  watchers: [1, 10, 100, 300, 1000],
  writes: 150,
  entries: [10, 100, 1000, 10_000],
  repetitions: 5,
  samples: 40,
};

const SLOPE_MAX = 0.1;
const PER_SECOND = 50;
const BEHIND = 50;

/** CPU of the server for the same writes with more and more watchers, and with none. */
async function deliveries(ours: OurSide, { watchers, writes, repetitions }: Scale): Promise<{ whole: Point[]; net: Point[] }> {
  const forMs = (writes * 1000) / PER_SECOND;
  const cpu = async (count: number) => {
    const { cpuMs } = await during(ours.server, async () => {
      const lines = await writeSteadily(ours, { perSecond: PER_SECOND, forMs });
      if (count > 0) await ours.seen(lines);
    });
    return cpuMs;
  };
  await cpu(0);
  const points: { x: number; cpuMs: number; without: number }[] = [];
  for (const count of watchers) {
    await ours.watch(count);
    await cpu(count);
    const cpuMs = median(await series(repetitions, () => cpu(count)));
    await ours.leave();
    // Beside each: a server that is warm writes for less than one that was just started.
    points.push({ x: count, cpuMs, without: median(await series(repetitions, () => cpu(0))) });
  }
  const perDelivery = (cpuMs: number, count: number) => (cpuMs * 1000) / (writes * count);
  return {
    whole: points.map(({ x, cpuMs }) => ({ x, y: perDelivery(cpuMs, x) })),
    // With few watchers their share drowns in that of the write.
    net: points.filter(({ x }) => x >= 100).map(({ x, cpuMs, without }) => ({ x, y: perDelivery(cpuMs - without, x) })),
  };
}

async function series<T>(count: number, sample: () => Promise<T>): Promise<T[]> {
  const values: T[] = [];
  for (let index = 0; index < count; index += 1) values.push(await sample());
  return values;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = monotonicMs();
  await work();
  return monotonicMs() - startedAt;
}

/** p50 of a write and of a catch-up by 50, in incidents with more and more entries, in turns. */
export async function measureEntries(
  b: BenchServices,
  { entries, repetitions, samples }: EntriesScale,
): Promise<{ write: Point[]; catchUp: Point[] }> {
  const caller = b.people[0]?.caller;
  if (!caller) throw new RangeError('Nobody is there to write.');
  const write = (incident: string) =>
    b.services.incidents.execute(caller, { incident, id: uuidv7(), name: 'log.write', input: { text: timedText(0) } });
  const rooms: { count: number; key: string; seq: number; write: number[]; catchUp: number[] }[] = [];
  for (const count of entries) {
    const { key } = await b.declare(`${count} entries`);
    for (let left = count - 1; left > 0; left -= 100)
      await Promise.all(Array.from({ length: Math.min(100, left) }, () => write(key)));
    rooms.push({ count, key, seq: count, write: [], catchUp: [] });
  }
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    for (const room of rooms) {
      const writes = await series(samples, () => timed(() => write(room.key)));
      room.seq += samples;
      const after = Math.max(0, room.seq - BEHIND);
      const reads = await series(samples, () =>
        timed(() => b.services.incidents.readEvents(caller, room.key, { after, limit: 500 })),
      );
      // The first round warms up.
      if (repetition > 0) room.write.push(median(writes));
      if (repetition > 0) room.catchUp.push(median(reads));
    }
  }
  const points = (of: 'write' | 'catchUp') => rooms.map((room) => ({ x: room.count, y: median(room[of]) }));
  return { write: points('write'), catchUp: points('catchUp') };
}

function flat(what: string, points: readonly Point[], unit: string): Row {
  const slope = logLogSlope(points);
  const ours = points.map(({ y }) => round(y)).join(' ');
  const verdict = Number.isNaN(slope) ? 'invalid' : slope <= SLOPE_MAX ? 'held' : 'missed';
  return {
    what: `${what}: ${points.map(({ x }) => x).join(' ')}`,
    ours: `${ours} ${unit}`,
    result: `slope ${round(slope)}`,
    bar: `<= ${SLOPE_MAX}`,
    verdict,
  };
}

async function growingRoom(postgres: DiskPostgres, tell: Run['tell']): Promise<Row[]> {
  const ours = await ourSide(postgres, 1000);
  try {
    tell('CPU of a delivery with more and more watchers');
    const { whole, net } = await deliveries(ours, FULL);
    return [
      flat('CPU per delivery, the write included, by watchers', whole, 'us'),
      flat('CPU per delivery alone, by watchers', net, 'us'),
    ];
  } finally {
    await ours.stop();
  }
}

async function growingLog(postgres: DiskPostgres, tell: Run['tell']): Promise<Row[]> {
  const b = await benchServices(await postgres.database());
  try {
    tell('a write and a catch-up with more and more entries');
    const { write, catchUp } = await measureEntries(b, FULL);
    return [flat('write, p50, by entries', write, 'ms'), flat(`catching up with ${BEHIND}, p50, by entries`, catchUp, 'ms')];
  } finally {
    await b.close();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  try {
    return [...(await growingRoom(postgres, tell)), ...(await growingLog(postgres, tell))];
  } finally {
    await postgres.stop();
  }
}

export const p11Growth: Figure = {
  name: 'P11',
  title: 'Growth: what a delivery, a write and a catch-up cost as watchers and entries grow',
  run,
};
