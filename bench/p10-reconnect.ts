import { compare, inTurns } from './lib/compare';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, round, told, type Figure, type Row, type Run } from './lib/figure';
import { ourSide, rawSide, type Side } from './lib/sides';
import { median } from './lib/statistics';
import { usageOf } from './lib/usage';
import { writeSteadily } from './lib/write-steadily';

type Scale = { repetitions: number; watchers: number; behind: number };

export const FULL: Scale = { repetitions: 7, watchers: 1000, behind: 100 };

type Sample = { perSecond: number; serverCpuMs: number; clientShare: number; missing: number; wrong: number };

async function comeBack(side: Side, { watchers, behind }: Scale): Promise<Sample> {
  await side.restart();
  // The first connections after a start pay for what is compiled then; they are a few of those who come back.
  const before = await usageOf(side.server);
  const { tookMs, cpuMs } = await side.watch(watchers, { atOnce: watchers, behind });
  const after = await usageOf(side.server);
  const { told: caughtUp, wrong } = await side.seen(0);
  await side.leave();
  return {
    perSecond: (watchers * 1000) / tookMs,
    serverCpuMs: (after.cpuMs - before.cpuMs) / watchers,
    clientShare: cpuMs / tookMs,
    missing: watchers * behind - caughtUp,
    wrong,
  };
}

/** Everybody comes back at once to a server just started, ours with what was missed, raw socket.io without. */
export async function measureReconnects(ours: Side, raw: Side, scale: Scale) {
  await writeSteadily(ours, { perSecond: 100, forMs: (scale.behind + 1) * 10 });
  return inTurns(
    scale.repetitions,
    () => comeBack(ours, scale),
    () => comeBack(raw, { ...scale, behind: 0 }),
  );
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const ours = await ourSide(postgres, FULL.watchers);
  const raw = await rawSide(postgres);
  try {
    tell(`${FULL.watchers} watchers come back after a restart, ${FULL.behind} events behind`);
    const found = await measureReconnects(ours, raw, FULL);
    const shares = found.ours.map(({ clientShare }) => clientShare);
    const rates = {
      ours: found.ours.map(({ perSecond }) => perSecond),
      reference: found.reference.map(({ perSecond }) => perSecond),
    };
    const cpu = {
      ours: found.ours.map(({ serverCpuMs }) => serverCpuMs),
      reference: found.reference.map(({ serverCpuMs }) => serverCpuMs),
    };
    return [
      compare({ what: 'connections, joined and caught up', unit: '/s', ...rates, bar: { atLeast: 0.5 } }),
      // The reference has no history to look up: what catching up costs is told, the rate is what is held.
      {
        ...compare({ what: 'CPU of the server for one of them', unit: 'ms', ...cpu, bar: { atMost: 2 } }),
        bar: undefined,
        verdict: 'told',
      },
      mustBe(
        'events that did not come',
        found.ours.reduce((sum, { missing }) => sum + missing, 0),
        0,
      ),
      mustBe(
        'events twice, out of order or after a gap',
        found.ours.reduce((sum, { wrong }) => sum + wrong, 0),
        0,
      ),
      told('how busy the watchers were', `${round(median(shares) * 100)} % of one core`),
    ];
  } finally {
    await ours.stop();
    await raw.stop();
    await postgres.stop();
  }
}

export const p10Reconnect: Figure = {
  name: 'P10',
  title: 'Reconnect: 1000 watchers come back after a restart and catch up, beside raw socket.io',
  run,
};
