import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { RoomPage } from '@/e2e/pages/room-page';
import { BEGAN_MARK } from '@/lib/client/behind';
import { openBrowserHouse, type BrowserHouse } from './lib/browser-house';
import { compare, inTurns } from './lib/compare';
import { untilLive } from './lib/enter-room';
import { told, type Figure, type Row, type Run } from './lib/figure';
import { serveHelloPage, type HelloPage } from './lib/hello-page';
import { median } from './lib/statistics';

const REPETITIONS = 5;
const LINES = 40;
/** So long nothing more is asked for before the page counts as loaded. */
const SILENCE_MS = 500;

type File = { name: string; kilobytes: number; isBehind: boolean };
/** `kilobytes`: asked for until the page was live; `behind`: what was asked for from then on. */
type Weight = { kilobytes: number; behind: number; files: File[] };

const sumOf = (files: File[]) => files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

/** When each script was asked for, and when the page began to fetch what comes behind: ms since the page was asked for. */
const readTimes = (page: Page) =>
  page.evaluate((mark) => {
    const scripts = performance.getEntriesByType('resource').map(({ name, startTime }) => [name, startTime] as const);
    return { began: performance.getEntriesByName(mark)[0]?.startTime ?? null, scripts };
  }, BEGAN_MARK);

async function untilSilent(page: Page, lastAskedAt: () => number): Promise<void> {
  while (Date.now() - lastAskedAt() < SILENCE_MS) await page.waitForTimeout(SILENCE_MS / 5);
}

/** All JavaScript that a browser with an empty cache asks for, before and after the page is live, until it asks for nothing more. */
export async function weigh(context: BrowserContext, url: string, ready: (page: Page) => Promise<void>): Promise<Weight> {
  const page = await context.newPage();
  const scripts = new Map<string, Promise<Buffer>>();
  let lastAskedAt = Date.now();
  page.on('request', () => (lastAskedAt = Date.now()));
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.goto(url);
  await ready(page);
  await untilSilent(page, () => lastAskedAt);
  const times = await readTimes(page);
  const askedAt = new Map(times.scripts);
  const files = await Promise.all(
    [...scripts].map(async ([name, body]) => ({
      name: new URL(name).pathname.split('/').at(-1) ?? '',
      kilobytes: gzipSync(await body).length / 1000,
      isBehind: times.began !== null && (askedAt.get(name) ?? 0) >= times.began,
    })),
  );
  await context.close();
  const behind = sumOf(files.filter(({ isBehind }) => isBehind));
  return { kilobytes: sumOf(files) - behind, behind, files };
}

/** The room, live, with lines in its log. */
export async function weighRoom(house: BrowserHouse, incident: string): Promise<Weight> {
  return weigh(await house.openAs(0), `/incidents/${incident}`, (page) => untilLive(new RoomPage(page)));
}

/** A page that says hello, made by the same Next. */
export async function weighHello(house: BrowserHouse, hello: HelloPage): Promise<Weight> {
  return weigh(await house.openAs(0), hello.url, (page) => page.waitForLoadState('load'));
}

async function run({ tell }: Run): Promise<Row[]> {
  const house = await openBrowserHouse(1);
  try {
    tell('building a page that says hello');
    const hello = await serveHelloPage();
    const incident = await house.incidentOf(LINES);
    const found = await inTurns(
      REPETITIONS,
      () => weighRoom(house, incident),
      () => weighHello(house, hello),
    ).finally(hello.stop);
    const kilobytes = (weights: Weight[]) => weights.map((weight) => weight.kilobytes);
    const first = found.ours[0]?.files.filter(({ isBehind }) => !isBehind) ?? [];
    const heaviest = first.toSorted((a, b) => b.kilobytes - a.kilobytes).slice(0, 8);
    return [
      compare({
        ...{ what: 'JavaScript until the room is live, gzip', unit: 'kB', bar: { atMost: 1.4 } },
        ...{ ours: kilobytes(found.ours), reference: kilobytes(found.reference) },
      }),
      told('what comes right behind it', `${median(found.ours.map(({ behind }) => behind)).toFixed(0)} kB`),
      told('the heaviest files until then', heaviest.map((file) => file.kilobytes.toFixed(1)).join(', ') + ' kB'),
    ];
  } finally {
    await house.stop();
  }
}

export const p7Weight: Figure = {
  name: 'P7',
  title: 'Weight: JavaScript asked for until the room is live, beside a Next page that says hello',
  run,
};
