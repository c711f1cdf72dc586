import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStandingSite } from '@/lib/publish/standing-site';
import { fixedHeaders } from '@/lib/server/security-headers';
import { createStatusDoor } from '@/lib/server/status-door';
import { benchServices, type BenchServices } from './lib/bench-services';
import { addSurroundings, CANARY, speakIncident } from './lib/canaries';
import { startDiskPostgres, temporaryFolder } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { seeded } from './lib/random';

type Scale = { incidents: number; seed: number; /** Put on the page on purpose: is it seen? */ planted?: boolean };

export const FULL: Scale = { incidents: 1_000, seed: 7 };

export type Leaks = {
  canaries: number;
  files: number;
  answers: number;
  /** Where a canary was seen. */
  seen: string[];
  /** Public texts that are on no page: a page that says nothing leaks nothing. */
  missing: number;
};

const AT_ONCE = 3;

/** Everything that a reader gets: bodies, headers, of every file and of what is not there. */
async function asRead(files: ReadonlyMap<string, string>, hash: string): Promise<[string, string][]> {
  const { folder, remove } = temporaryFolder();
  const headers = fixedHeaders('http://localhost:3000');
  const site = createStandingSite({ folder, headers });
  await site.take(hash, files);
  const door = createStatusDoor({ site, headers });
  const server = createServer((request, response) => void door.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read: [string, string][] = [];
  for (const path of [...files.keys()]
    .map((name) => `/status/${name}`)
    .concat('/status/', '/status', '/status/nothing', '/status/internal/')) {
    const response = await fetch(url + path, { redirect: 'manual' });
    const said = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    read.push([path, `${said}\n\n${await response.text()}`]);
  }
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  remove();
  return read;
}

/** Fills incidents with canaries, publishes, and looks for them in everything that the public can read. */
export async function measureLeaks(b: BenchServices, scale: Scale, tell: Run['tell'] = () => undefined): Promise<Leaks> {
  const random = seeded(scale.seed);
  await b.db.pool.query(`UPDATE "user" SET name = '${CANARY} name', email = 'canary-' || id || '@example.org'`);
  const components = await addSurroundings(b);
  const publicTexts: string[] = [];
  let canaries = 0;
  for (let from = 0; from < scale.incidents; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, scale.incidents - from) }, (_, index) => from + index);
    for (const spoken of await Promise.all(some.map((index) => speakIncident(b, components, index, random)))) {
      canaries += spoken.canaries;
      publicTexts.push(...spoken.publicTexts);
    }
    if (from % 200 === 0) tell(`${from} incidents`);
  }
  if (scale.planted) await b.db.pool.query(`UPDATE public_update SET text = text || ' ${CANARY}' WHERE text LIKE 'PUBLIC 0 %'`);
  const outcome = await b.services.publishing.publishStatus({ reason: 'start' });
  if (!('files' in outcome)) throw new Error(`Publishing came to ${outcome.kind}.`);
  const read = await asRead(outcome.files, outcome.hash);
  const all = read.map(([, text]) => text).join('\n');
  return {
    ...{ canaries, files: outcome.files.size, answers: read.length },
    seen: read.filter(([, text]) => text.toLowerCase().includes(CANARY.toLowerCase())).map(([path]) => path),
    missing: publicTexts.filter((text) => !all.includes(text)).length,
  };
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const b = await benchServices(await postgres.database());
  try {
    const found = await measureLeaks(b, FULL, tell);
    const { canaries, files } = found;
    return [
      told('canaries in private fields', `${canaries.toLocaleString('en')} in ${FULL.incidents.toLocaleString('en')} incidents`),
      told('files published', files.toLocaleString('en')),
      mustBe(
        'answers in which one was seen, headers included',
        found.seen.length,
        0,
        found.seen.slice(0, 5).join(' ') || undefined,
      ),
      mustBe('public texts that are on no page', found.missing, 0),
    ];
  } finally {
    await b.close();
    await postgres.stop();
  }
}

export const s7NothingUnpublished: Figure = {
  name: 'S7',
  title: 'Nothing unpublished on the status page: canaries in every private field of generated incidents',
  run,
};
