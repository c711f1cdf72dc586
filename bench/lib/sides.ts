import { uuidv7 } from 'uuidv7';
import { freePort, startApp, type AppProcess } from './app-process';
import { startChild, type Child } from './child';
import { temporaryFolder, type DiskPostgres } from './disk-postgres';
import { addPeople, type Somebody } from './people';
import { post } from './post';
import type { Seen, Watching } from './watchers';
import { openTrialPool } from './open-pool';

/** A server that is measured, with a process full of watchers of one incident: ours, or the plain reference. */
export type Side = {
  server: Pick<Child, 'ask'>;
  watchers: Child;
  /** Sends one line; throws on any answer but 200. */
  write: (text: string) => Promise<void>;
  /** How many lines there are. */
  head: () => number;
  /** Lets more watchers in. */
  watch: (count: number, options?: { atOnce?: number; behind?: number }) => Promise<{ tookMs: number; cpuMs: number }>;
  seen: (lines: number) => Promise<Seen>;
  leave: () => Promise<void>;
  /** Ends the server and starts it again on the same port. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

const RAW_SERVER = new URL('raw-server.ts', import.meta.url);
const WATCHERS = new URL('watchers.ts', import.meta.url);
const SEEN_MS = 20_000;

type Parts = {
  url: string;
  server: () => Pick<Child, 'ask'>;
  path: string;
  incident: string;
  tokens: readonly string[];
  firstSeq: number;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

function sideOf({ url, server, path, incident, tokens, firstSeq, restart, stop }: Parts): Side {
  const watchers = startChild(WATCHERS);
  const headers = { authorization: `Bearer ${tokens[0]}` };
  let head = firstSeq;
  let watching = 0;
  return {
    get server() {
      return server();
    },
    watchers,
    head: () => head,
    async write(text) {
      const { status, text: answer } = await post(url + path, { id: uuidv7(), name: 'log.write', input: { text } }, headers);
      if (status !== 200) throw new Error(`A write was answered with ${status}: ${answer.slice(0, 300)}`);
      head += 1;
    },
    watch(count, { atOnce = 50, behind = 0 } = {}) {
      const theirs = Array.from({ length: count }, (_, index) => tokens[(watching + index) % tokens.length] ?? '');
      watching += count;
      const asked: Watching = { url, incident, tokens: theirs, after: head - behind, atOnce };
      return watchers.ask('connect', asked);
    },
    seen: (lines) => watchers.ask('seen', { lines, patienceMs: SEEN_MS }),
    async leave() {
      watching = 0;
      await watchers.ask('leave');
    },
    restart,
    async stop() {
      await watchers.stop();
      await stop();
    },
  };
}

/** The plain reference on a database of its own in the same Postgres. */
export async function rawSide(postgres: DiskPostgres): Promise<Side> {
  const databaseUrl = await postgres.database();
  const port = await freePort();
  const start = async () => {
    const child = startChild(RAW_SERVER);
    const { url } = await child.ask<{ url: string }>('listen', { databaseUrl, port });
    return { child, url };
  };
  let running = await start();
  return sideOf({
    ...{ url: running.url, path: '/', incident: 'room', tokens: ['none'], firstSeq: 0 },
    server: () => running.child,
    async restart() {
      await running.child.stop();
      running = await start();
    },
    stop: () => running.child.stop(),
  });
}

export type OurSide = Side & { app: () => AppProcess; people: Somebody[]; databaseUrl: string };

/** The real application in a process of its own, on a database of its own in the same Postgres. */
export async function ourSide(postgres: DiskPostgres, peopleCount: number): Promise<OurSide> {
  const databaseUrl = await postgres.database();
  const { folder, remove } = temporaryFolder();
  const home = { dataFolder: folder, port: await freePort(), databaseUrl };
  let app = await startApp(home);
  const pool = openTrialPool(databaseUrl);
  const people = await addPeople(pool, peopleCount).finally(() => pool.end());
  const tokens = people.map(({ token }) => token);
  const declared = { id: uuidv7(), title: 'Orders answer 500' };
  const { status, text } = await post(`${app.url}/api/v1/incidents`, declared, { authorization: `Bearer ${tokens[0]}` });
  if (status !== 201) throw new Error(`Declaring was answered with ${status}: ${text.slice(0, 300)}`);
  const { key } = (JSON.parse(text) as { incident: { key: string } }).incident;
  const side = sideOf({
    ...{ url: app.url, path: `/api/v1/incidents/${key}/commands`, incident: key, tokens, firstSeq: 1 },
    server: () => app,
    async restart() {
      await app.kill();
      app = await startApp(home);
    },
    async stop() {
      await app.stop();
      remove();
    },
  });
  return Object.assign(side, { app: () => app, people, databaseUrl });
}
