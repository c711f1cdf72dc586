import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { sessionCookie, setSessionCookie } from '@/lib/auth/session-cookie';
import { ensureChromium } from '@/lib/checks/find-chromium';
import { startSession } from '@/lib/services/people/start-session';
import { freePort, SECRET, startApp, type AppProcess } from './app-process';
import { benchServices, type BenchServices } from './bench-services';
import { startDiskPostgres, temporaryFolder } from './disk-postgres';
import { post } from './post';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type BrowserHouse = {
  app: AppProcess;
  b: BenchServices;
  /** A browser of its own for one of the people, signed in. */
  openAs: (person: number, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** An incident with this many lines in its log; answers its key. */
  incidentOf: (lines: number) => Promise<string>;
  /** A command of the first person over HTTP, as a program of theirs would send it. */
  take: (incident: string, name: string, input: object) => Promise<void>;
  stop: () => Promise<void>;
};

const AT_ONCE = 100;
const WORDS = 'the queue of the payment workers grows, p95 of checkout at 2.4 s and rising'.split(' ');

/** Lines of different lengths, as people write them. */
export const lineOf = (index: number): string => `Line ${index}: ${WORDS.slice(0, 2 + ((index * 7) % 13)).join(' ')}`;

async function fill(b: BenchServices, lines: number): Promise<string> {
  const { key } = await b.declare(`Orders answer 500, ${lines} lines`);
  const [person] = b.people;
  if (!person) throw new RangeError('Nobody is there to write.');
  for (let from = 0; from < lines; from += AT_ONCE) {
    const texts = Array.from({ length: Math.min(AT_ONCE, lines - from) }, (_, index) => lineOf(from + index));
    await Promise.all(
      texts.map((text) =>
        b.services.incidents.execute(person.caller, { incident: key, id: uuidv7(), name: 'log.write', input: { text } }),
      ),
    );
  }
  return key;
}

async function signedIn(browser: Browser, app: AppProcess, b: BenchServices, userId: string, options: BrowserContextOptions) {
  const client = { address: '127.0.0.1', userAgent: 'bench' };
  const sessionId = await b.db.prisma.$transaction((tx) => startSession(tx, userId, client, new Date()));
  const { name } = sessionCookie(false);
  const set = await setSessionCookie(sessionId, { secret: SECRET, secure: false });
  const value = set.slice(name.length + 1, set.indexOf(';'));
  const context = await browser.newContext({ viewport: DESK, baseURL: app.url, locale: 'en-GB', ...options });
  // The compiler of these programs names functions with it, also those that are sent into a page.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addCookies([{ name, value, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** The real application on a database of its own, and Chromium in front of it. */
export async function openBrowserHouse(people: number): Promise<BrowserHouse> {
  const executablePath = ensureChromium();
  const postgres = await startDiskPostgres();
  const databaseUrl = await postgres.database();
  const b = await benchServices(databaseUrl, people);
  const { folder, remove } = temporaryFolder();
  const app = await startApp({ dataFolder: folder, port: await freePort(), databaseUrl });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return {
    ...{ app, b },
    openAs(person, options = {}) {
      const somebody = b.people[person];
      if (!somebody) throw new RangeError(`There are ${people} people, and no number ${person}.`);
      return signedIn(browser, app, b, somebody.userId, options);
    },
    incidentOf: (lines) => fill(b, lines),
    async take(incident, name, input) {
      const headers = { authorization: `Bearer ${b.people[0]?.token}` };
      const body = { id: uuidv7(), name, input };
      const { status, text } = await post(`${app.url}/api/v1/incidents/${incident}/commands`, body, headers);
      if (status !== 200) throw new Error(`${name} was answered with ${status}: ${text.slice(0, 300)}`);
    },
    async stop() {
      await browser.close();
      await app.stop();
      await b.close();
      await postgres.stop();
      remove();
    },
  };
}
