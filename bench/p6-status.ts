import { gzipSync } from 'node:zlib';
import { startChild, type Child } from './lib/child';
import { compare, inTurns } from './lib/compare';
import { atMost, mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { median } from './lib/statistics';
import type { Read, Reading } from './lib/status-readers';
import { startStatusPage } from './lib/status-page';
import { during } from './lib/usage';

type Scale = { repetitions: number; forMs: number };

export const FULL: Scale = { repetitions: 7, forMs: 3_000 };
const READERS = 32;
const LIMIT_KB = 20;

const CONSTANT_SERVER = new URL('lib/constant-server.ts', import.meta.url);
const STATUS_READERS = new URL('lib/status-readers.ts', import.meta.url);

type Turn = Read & { cpuUs: number };
export type StatusTimes = {
  ours: Turn[];
  reference: Turn[];
  scriptKb: number;
  wrongWithoutPostgres: number;
  withoutPostgres: number;
};

async function scriptKb(url: string): Promise<number> {
  const page = await (await fetch(url)).text();
  const scripts = [...page.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  // A script from a file would have to be fetched and counted here.
  if (scripts.some(([, attributes = '']) => attributes.includes('src='))) throw new Error('The page loads a script from a file.');
  return gzipSync(scripts.map(([, , text]) => text).join('\n')).length / 1000;
}

async function constants(child: Child, url: string): Promise<string> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = gzipSync(Buffer.from(await response.arrayBuffer())).toString('base64');
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' };
  return (await child.ask<{ url: string }>('listen', { body, headers })).url;
}

/** The public page beside a plain server that answers the same bytes, and without its database. */
export async function measureStatus({ repetitions, forMs }: Scale, tell: Run['tell'] = () => undefined): Promise<StatusTimes> {
  const page = await startStatusPage();
  const [plain, readers] = [startChild(CONSTANT_SERVER), startChild(STATUS_READERS)];
  try {
    const url = `${page.app.url}/status/`;
    const plainUrl = await constants(plain, url);
    const read = async (server: Pick<Child, 'ask'>, from: string): Promise<Turn> => {
      const asked: Reading = { url: from, readers: READERS, forMs };
      const { result, cpuMs } = await during(server, () => readers.ask<Read>('read', asked));
      return { ...result, cpuUs: (cpuMs * 1000) / result.answers };
    };
    await inTurns(
      1,
      () => read(page.app, url),
      () => read(plain, plainUrl),
    );
    const found = await inTurns(
      repetitions,
      () => read(page.app, url),
      () => read(plain, plainUrl),
    );
    tell('stopping Postgres');
    await page.postgres.stop();
    const without = await readers.ask<Read>('read', { url, readers: READERS, forMs });
    return { ...found, scriptKb: await scriptKb(url), wrongWithoutPostgres: without.wrong, withoutPostgres: without.answers };
  } finally {
    await Promise.all([plain.stop(), readers.stop()]);
    await page.stop();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const found = await measureStatus(FULL, tell);
  const perSecond = (turns: Turn[]) => turns.map((turn) => turn.perSecond);
  const cpu = (turns: Turn[]) => `${median(turns.map(({ cpuUs }) => cpuUs)).toFixed(0)} us`;
  return [
    compare({
      ...{ what: `public page, ${READERS} readers at once`, unit: '/s', bar: { atLeast: 0.5 } },
      ...{ ours: perSecond(found.ours), reference: perSecond(found.reference) },
    }),
    told('CPU of the server per answer', cpu(found.ours), `the plain server: ${cpu(found.reference)}`),
    mustBe(
      'answers that were not 200',
      [...found.ours, ...found.reference].reduce((sum, { wrong }) => sum + wrong, 0),
      0,
    ),
    atMost('JavaScript of the page, gzip', found.scriptKb, LIMIT_KB, 'kB'),
    mustBe(
      'answers that were not 200 with Postgres stopped',
      found.wrongWithoutPostgres,
      0,
      `of ${found.withoutPostgres.toLocaleString('en')}`,
    ),
  ];
}

export const p6Status: Figure = {
  name: 'P6',
  title: 'Status: the public page, beside a plain Node server that answers the same bytes; with Postgres stopped',
  run,
};
