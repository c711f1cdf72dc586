import { setTimeout as wait } from 'node:timers/promises';
import { runningEmbedded } from '@/lib/db/embedded-postgres';
import { freePort, startApp } from './lib/app-process';
import { temporaryFolder } from './lib/disk-postgres';
import { atMost, told, type Figure, type Row, type Run } from './lib/figure';
import { verdictRows, type Verdict } from './lib/ledger-oracle';
import { between, seeded } from './lib/random';
import { median, percentile } from './lib/statistics';
import { startTrial } from './lib/trial';

type Scale = { kills: number; clients: number; seed: number };

export const FULL: Scale = { kills: 100, clients: 20, seed: 3 };

const RECOVERY_MS = 30_000;

export type Killed = { verdict: Verdict; readyMs: number[]; writingMs: number[]; inMidWrite: number };

/** Kills the application while people write, starts it again, over and over, on its own Postgres. */
export async function measureKills({ kills, clients, seed }: Scale, tell: Run['tell'] = () => undefined): Promise<Killed> {
  const random = seeded(seed);
  const { folder: dataFolder, remove } = temporaryFolder();
  const home = { dataFolder, port: await freePort() };
  let app = await startApp(home);
  try {
    const databaseUrl = runningEmbedded(dataFolder)?.url;
    if (!databaseUrl) throw new Error('The application runs and its Postgres does not.');
    const trial = await startTrial({ appUrl: app.url, databaseUrl, clients, pauseMs: () => between(random, 0, 20) });
    const result = { readyMs: [] as number[], writingMs: [] as number[], inMidWrite: 0 };
    for (let kill = 1; kill <= kills; kill += 1) {
      await trial.untilAcknowledged(clients, RECOVERY_MS);
      await wait(between(random, 0, 150));
      // In mid-write: somebody waits for an answer at this moment.
      while (trial.underWay() === 0) await wait(1);
      result.inMidWrite += 1;
      await app.kill();
      const downSince = performance.now();
      app = await startApp(home);
      result.readyMs.push(app.readyAfterMs);
      await trial.untilAcknowledged(1, RECOVERY_MS);
      result.writingMs.push(performance.now() - downSince);
      if (kill % 10 === 0) tell(`killed ${kill} times`);
    }
    const verdict = await trial.end();
    return { ...result, verdict };
  } catch (error) {
    throw new Error(`The application ${app.hasEnded() ? 'ended' : 'runs'}. Its last words: ${app.lastWords()}`, { cause: error });
  } finally {
    await app.stop();
    remove();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const { verdict, readyMs, writingMs, inMidWrite } = await measureKills(FULL, tell);
  return [
    told('kill -9 in mid-write', `${inMidWrite} times, ${FULL.clients} clients`),
    atMost(
      'ready again, p95',
      percentile(readyMs, 0.95) / 1000,
      5,
      's',
      `median ${Math.round(median(readyMs))} ms, slowest ${Math.round(percentile(readyMs, 1))} ms`,
    ),
    told('first write acknowledged after a kill, p95', `${Math.round(percentile(writingMs, 0.95))} ms`),
    ...verdictRows(verdict),
  ];
}

export const r3KillApp: Figure = {
  name: 'R3',
  title: 'Acknowledged is saved: the application killed in mid-write and started again',
  run,
};
