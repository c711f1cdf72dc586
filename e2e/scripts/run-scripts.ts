import type { Browser, BrowserContext, Page } from '@playwright/test';
import { runningEmbedded } from '@/lib/db/embedded-postgres';
import type { RunningApp } from '../fixtures/app';
import type { House } from '../fixtures/house';
import { newCanary, type Canary, type Song } from './canary';
import { addCrowd, addDevices } from './crowd';
import { withoutCare } from './raw-control';
import { fitsOneLine, room, type Ground } from './sinks';
import { addresses, fileNames, home, settings, signIn, uploads } from './sinks-outside';
import type { Vector } from './vectors';

type Options = {
  app: RunningApp;
  house: House;
  browser: Browser;
  vectors: readonly Vector[];
  tell: (line: string) => void;
};

export type ScriptsRun = {
  /** How many vectors stood in each sink. */
  counts: ReadonlyMap<string, number>;
  songs: Song[];
  /** What is not on its page as it was written. */
  missing: string[];
  /** How many of the vectors ran where nobody took care. */
  ranWithoutCare: number;
  /** What the canary said of a hole that was planted in a room. */
  ofPlantedHole: Song[];
};

const A_ROOM = 25;
// All lines of a room at once: what is not drawn cannot run.
const tall = (vectors: number) => ({ width: 1600, height: 1500 + 420 * Math.min(vectors, A_ROOM) });
const SMALL = { width: 1000, height: 700 };
const UPLOADED_SHARE = 20;

async function openBrowser({ browser, app, vectors }: Options, canary: Canary, options: object): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ baseURL: app.url, viewport: tall(vectors.length), ...options });
  await canary.watch(context);
  return [context, await context.newPage()];
}

/** A hole as a careless line of code would leave it, in the midst of a room. */
async function plantHole(options: Options, cookie: object): Promise<Song[]> {
  const canary = newCanary();
  const [context, page] = await openBrowser(options, canary, { bypassCSP: true });
  await context.addCookies([cookie as never]);
  await page.goto('/');
  await page.evaluate((html) => {
    const hole = document.createElement('div');
    hole.innerHTML = html;
    document.querySelector('main')?.append(hole);
  }, '<img src onerror=ran(1)><a href="javascript:ran(2)">2</a>');
  await canary.look(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return canary.songs();
}

/** How many vectors run where nothing holds them back. */
async function countAlive(options: Options): Promise<number> {
  const canary = newCanary();
  const [context, page] = await openBrowser(options, canary, { viewport: SMALL });
  await withoutCare(page, options.vectors);
  await context.close();
  const ids = canary
    .songs()
    .filter(({ how }) => how !== 'exception')
    .map(({ what }) => /\d+/.exec(what.replace(/^https?:\/\/canary\.invalid\//, ''))?.[0]);
  return new Set(ids).size;
}

/** Puts every vector into every sink, and answers with what the browsers did. The policy of our pages is off, that of stored files is on. */
export async function runScripts(options: Options): Promise<ScriptsRun> {
  const { app, house, vectors, tell } = options;
  const databaseUrl = runningEmbedded(app.dataFolder)?.url;
  if (!databaseUrl) throw new Error('The application runs and its Postgres does not.');
  const lines = vectors.filter(fitsOneLine);
  const somebody = await addCrowd(
    databaseUrl,
    lines.map(({ text }) => text),
  );
  const crowd = new Map(lines.map(({ id }, index) => [id, somebody[index]!] as const));
  const eve = await house.account('admin', 'Eve <svg onload=ran(0)>');
  await addDevices(
    databaseUrl,
    eve.userId,
    lines.map(({ text }) => text),
  );
  const cookie = { ...eve.cookie, url: app.url, httpOnly: true, sameSite: 'Lax' as const };

  const canary = newCanary();
  const counts = new Map<string, number>();
  const missing: string[] = [];
  const groundOf = (page: Page): Ground => ({
    ...{ page, house, crowd, look: canary.look },
    count: (sink, stood) => counts.set(sink, (counts.get(sink) ?? 0) + stood.length),
    missing: (sink, { text }) => void missing.push(`${sink}: ${JSON.stringify(text)}`),
  });

  tell(`${vectors.length} vectors without any care`);
  const ranWithoutCare = await countAlive(options);
  const ofPlantedHole = await plantHole(options, cookie);

  const [context, page] = await openBrowser(options, canary, { bypassCSP: true });
  await context.addCookies([cookie]);
  const ground = groundOf(page);
  for (let from = 0; from < lines.length; from += A_ROOM) {
    tell(`rooms, from vector ${from}`);
    await room(ground, lines.slice(from, from + A_ROOM));
  }
  tell('the first page and the settings');
  await home(ground, lines);
  await settings(ground, lines);
  const incident = await house.declare({ title: 'Orders answer 500' });
  await house.take(incident, 'evidence.add', { title: 'An output', text: 'one line' });
  await context.close();
  const [elsewhere, smallPage] = await openBrowser(options, canary, { bypassCSP: true, viewport: SMALL });
  await elsewhere.addCookies([cookie]);
  tell('addresses');
  await addresses(groundOf(smallPage), vectors, incident);
  tell('names of files');
  await fileNames(groundOf(smallPage), vectors, incident);
  await elsewhere.close();

  tell('sign-in');
  const [outside, outsidePage] = await openBrowser(options, canary, { bypassCSP: true, viewport: SMALL });
  await signIn(groundOf(outsidePage), vectors);
  await outside.close();

  tell('uploads');
  const [inside, insidePage] = await openBrowser(options, canary, { viewport: SMALL });
  await inside.addCookies([cookie]);
  await uploads(
    groundOf(insidePage),
    vectors.filter((_, index) => index % UPLOADED_SHARE === 0),
  );
  await inside.close();
  return { counts, songs: canary.songs(), missing, ranWithoutCare, ofPlantedHole };
}
