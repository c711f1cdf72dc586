import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { SAID, startStatusPage } from './lib/status-page';
import { startWebServer } from './lib/web-server';

type Scale = { rounds: number };

export const FULL: Scale = { rounds: 50 };

export type Standing = {
  files: number;
  /** Answers that were not 200, or said something else than was published. */
  wrongWithoutPostgres: number;
  wrongWithoutApp: number;
  asked: number;
  readyWithoutPostgres: number;
  webServer: string;
};

function filesIn(folder: string): Map<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    all.map((one) => {
      const file = path.join(one.parentPath, one.name);
      return [path.relative(folder, file), readFileSync(file, 'utf8')];
    }),
  );
}

async function wrongIn(url: string, files: ReadonlyMap<string, string>, rounds: number): Promise<number> {
  let wrong = 0;
  const addresses = [...files].flatMap(([name, text]): [string, string][] => [
    [`/status/${name}`, text],
    ...(name === 'index.html' ? [['/status/', text] as [string, string]] : []),
    ...(name.startsWith('api/v2/') ? [[`/${name}`, text] as [string, string]] : []),
  ]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [address, text] of addresses) {
      const response = await fetch(url + address).catch(() => null);
      if (response?.status !== 200 || (await response.text()) !== text) wrong += 1;
    }
  }
  return wrong;
}

/** What was published is served with Postgres stopped, and by any web server with the application killed. */
export async function measureStanding({ rounds }: Scale, tell: Run['tell'] = () => undefined): Promise<Standing> {
  const page = await startStatusPage();
  try {
    const root = path.join(page.dataFolder, 'status', 'current');
    const files = filesIn(root);
    if (!files.get('index.html')?.includes(SAID)) throw new Error('The folder does not hold what was published.');
    const web = await startWebServer(path.join(page.dataFolder, 'web'), root, page.app.url);
    try {
      tell('stopping Postgres');
      await page.postgres.stop();
      const wrongWithoutPostgres = (await wrongIn(page.app.url, files, rounds)) + (await wrongIn(web.url, files, 1));
      const ready = await fetch(`${page.app.url}/readyz`);
      await ready.arrayBuffer();
      tell('killing the application');
      await page.app.kill();
      const wrongWithoutApp = await wrongIn(web.url, files, rounds);
      const asked = files.size * rounds * 2;
      return {
        files: files.size,
        wrongWithoutPostgres,
        wrongWithoutApp,
        asked,
        readyWithoutPostgres: ready.status,
        webServer: web.name,
      };
    } finally {
      await web.stop();
    }
  } finally {
    await page.stop();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const found = await measureStanding(FULL, tell);
  return [
    told(
      'files published, each asked for',
      `${found.files}, ${FULL.rounds} times`,
      'the browser suite runs without any outside network',
    ),
    mustBe('wrong or missing with Postgres stopped', found.wrongWithoutPostgres, 0),
    mustBe('wrong or missing with the application killed', found.wrongWithoutApp, 0, `served by ${found.webServer}`),
    mustBe('the application says that it is not ready', found.readyWithoutPostgres, 503),
  ];
}

export const r16StandsAlone: Figure = {
  name: 'R16',
  title: 'The status page stands alone: Postgres stopped, then the application killed behind a web server',
  run,
};
