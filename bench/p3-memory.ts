import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { compare, inTurns } from './lib/compare';
import { startDiskPostgres } from './lib/disk-postgres';
import { told, type Figure, type Row, type Run } from './lib/figure';
import { ourSide, rawSide, type Side } from './lib/sides';
import { settledRss } from './lib/usage';

type Scale = { repetitions: number; watchers: number };

export const FULL: Scale = { repetitions: 5, watchers: 1000 };
const MANY: Scale = { repetitions: 1, watchers: 10_000 };

// A watcher is a file at the server and one in the process of watchers; each process has a few more.
const FILES_SPARE = 500;
const SETTLE_MS = 500;

const filesAllowed = (): number => Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()) || Infinity;

/** Kilobytes that one idle watcher adds to the server, on a server just started. */
async function perWatcher(side: Side, watchers: number): Promise<number> {
  await side.restart();
  // What only the first watchers cost (code compiled, tables made) is not what a thousand more cost.
  await side.watch(20);
  await wait(SETTLE_MS);
  const before = await settledRss(side.server);
  await side.watch(watchers, { atOnce: 20 });
  await wait(SETTLE_MS);
  const after = await settledRss(side.server);
  await side.leave();
  return (after - before) / watchers / 1024;
}

/** Memory of an idle watcher, ours and raw socket.io in turns. */
export const measureMemory = (ours: Side, raw: Side, { repetitions, watchers }: Scale) =>
  inTurns(
    repetitions,
    () => perWatcher(ours, watchers),
    () => perWatcher(raw, watchers),
  );

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const ours = await ourSide(postgres, MANY.watchers / 5 + 10);
  const raw = await rawSide(postgres);
  const row = async (scale: Scale) => {
    tell(`${scale.watchers} idle watchers`);
    const found = await measureMemory(ours, raw, scale);
    const what = `memory of one of ${scale.watchers.toLocaleString('en')} idle watchers`;
    return compare({ what, unit: 'kB', ...found, bar: { atMost: 1.3 } });
  };
  try {
    const rows = [await row(FULL)];
    const allowed = filesAllowed();
    const enough = allowed >= MANY.watchers + FILES_SPARE;
    return [
      ...rows,
      enough
        ? await row(MANY)
        : told('10,000 idle watchers', 'not measured', `only ${allowed} open files are allowed here: ulimit -n`),
    ];
  } finally {
    await ours.stop();
    await raw.stop();
    await postgres.stop();
  }
}

export const p3Memory: Figure = { name: 'P3', title: 'Memory: an idle watcher, beside raw socket.io', run };
