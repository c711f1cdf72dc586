import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { runningEmbedded, startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { isAlive } from '@/lib/db/process-life';
import { freePort, startApp } from './lib/app-process';
import { temporaryFolder } from './lib/disk-postgres';
import { atMost, mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { verdictRows, type Verdict } from './lib/ledger-oracle';
import { monotonicMs } from './lib/monotonic';
import { between, seeded } from './lib/random';
import { median, percentile } from './lib/statistics';
import { startTrial } from './lib/trial';

type Scale = { kills: number; clients: number; seed: number };
/** `embedded`: the application's own Postgres, which it starts again. `external`: one behind DATABASE_URL that this script starts again. */
export type Kind = 'embedded' | 'external';

export const FULL: Scale = { kills: 50, clients: 20, seed: 4 };

const RECOVERY_MS = 40_000;

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

/** The postmaster first, so that it cannot tell its children, then every one of them. */
function killPostgres(postmaster: number): void {
  const children = childrenOf(postmaster);
  process.kill(postmaster, 'SIGKILL');
  for (const pid of children) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

async function untilBack(databaseUrl: string): Promise<void> {
  const until = monotonicMs() + RECOVERY_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    const isBack = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isBack) return;
    if (monotonicMs() > until) throw new Error(`Postgres was not back after ${RECOVERY_MS / 1000} s.`);
    await wait(10);
  }
}

type Postgres = { url: string; pid: () => number; stop: () => Promise<void> };

async function externalPostgres(): Promise<Postgres> {
  const { folder, remove } = temporaryFolder();
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const stop = async () => {
    await postgres.stop();
    remove();
  };
  return { url: postgres.url, pid: postgres.pid, stop };
}

function embeddedIn(dataFolder: string): Postgres {
  const running = () => {
    const found = runningEmbedded(dataFolder);
    if (!found) throw new Error('The application runs and its Postgres does not.');
    return found;
  };
  return { url: running().url, pid: () => running().pid, stop: async () => undefined };
}

export type DatabaseKilled = { verdict: Verdict; backMs: number[]; writingMs: number[]; appEnded: number };

/** Kills Postgres with everything it started while people write, over and over; the application stays. */
export async function measureDatabaseKills(
  kind: Kind,
  { kills, clients, seed }: Scale,
  tell: Run['tell'] = () => undefined,
): Promise<DatabaseKilled> {
  const random = seeded(seed);
  const { folder: dataFolder, remove } = temporaryFolder();
  const external = kind === 'external' ? await externalPostgres() : null;
  const app = await startApp({ dataFolder, port: await freePort(), databaseUrl: external?.url });
  try {
    const postgres = external ?? embeddedIn(dataFolder);
    const trial = await startTrial({
      appUrl: app.url,
      databaseUrl: postgres.url,
      clients,
      pauseMs: () => between(random, 0, 20),
    });
    const result = { backMs: [] as number[], writingMs: [] as number[], appEnded: 0 };
    for (let kill = 1; kill <= kills; kill += 1) {
      await trial.untilAcknowledged(clients, RECOVERY_MS);
      await wait(between(random, 0, 150));
      while (trial.underWay() === 0) await wait(1);
      const killedAt = monotonicMs();
      killPostgres(postgres.pid());
      await untilBack(postgres.url);
      const backAt = monotonicMs();
      result.backMs.push(backAt - killedAt);
      await trial.untilAcknowledged(1, RECOVERY_MS);
      result.writingMs.push(monotonicMs() - backAt);
      if (app.hasEnded()) throw new Error('The application ended with its database.');
      if (kill % 10 === 0) tell(`${kind}: killed ${kill} times`);
    }
    const verdict = await trial.end();
    return { ...result, appEnded: app.hasEnded() ? 1 : 0, verdict };
  } catch (error) {
    throw new Error(`The application ${app.hasEnded() ? 'ended' : 'runs'}. Its last words: ${app.lastWords()}`, { cause: error });
  } finally {
    await app.stop();
    await external?.stop();
    remove();
  }
}

async function rowsOf(kind: Kind, tell: Run['tell']): Promise<Row[]> {
  const { verdict, backMs, writingMs, appEnded } = await measureDatabaseKills(kind, FULL, tell);
  const rows = [
    told(`SIGKILL of Postgres and all its processes`, `${FULL.kills} times, ${FULL.clients} clients`),
    told(
      'Postgres back, median',
      `${Math.round(median(backMs))} ms`,
      kind === 'embedded' ? 'the application starts it again' : 'this script starts it again',
    ),
    atMost(
      'writing again after it is back, slowest',
      percentile(writingMs, 1) / 1000,
      5,
      's',
      `median ${Math.round(median(writingMs))} ms`,
    ),
    mustBe('the application ended', appEnded, 0),
    ...verdictRows(verdict),
  ];
  return rows.map((row) => ({ ...row, what: `${kind}: ${row.what}` }));
}

const run = async ({ tell }: Run): Promise<Row[]> => [...(await rowsOf('embedded', tell)), ...(await rowsOf('external', tell))];

export const r4KillDatabase: Figure = { name: 'R4', title: 'Acknowledged is saved: the database killed in mid-write', run };
