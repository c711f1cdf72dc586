import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { smtpReceiver, type Reply, type SmtpReceiver } from '@/lib/connectors/testing/smtp-receiver';
import { runningEmbedded } from '@/lib/db/embedded-postgres';
import { freePort, startApp, type AppProcess, type Home } from './lib/app-process';
import { temporaryFolder } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { addPeople, type Somebody } from './lib/people';
import { post } from './lib/post';
import { between, pick, seeded } from './lib/random';
import { usageOf } from './lib/usage';
import { openTrialPool } from './lib/open-pool';

type Scale = {
  subscribers: number;
  changes: number;
  kills: number;
  seed: number;
  /** The server refuses, delays and cuts. */ isBad: boolean;
};

export const KILLED: Scale = { subscribers: 200, changes: 10, kills: 40, seed: 7, isBad: true };
export const MANY: Scale = { subscribers: 10_000, changes: 1, kills: 0, seed: 8, isBad: false };

const DEADLINE_MS = 15 * 60_000;

export type Mails = {
  /** Mails that had to arrive: one to each subscriber who is there for each change. */
  wanted: number;
  lost: number;
  /** Further mails about the same change to the same subscriber under another Message-ID. */
  doubled: number;
  /** Further copies under the same Message-ID: taken by the server, and its answer or our note of it lost in a kill. */
  copies: number;
  /** Mail that nobody was to get: to refused mailboxes, or about nothing. */
  strays: number;
  kills: number;
  /** Of the kills, those at a moment when the server was just taking mails. */
  killsInMidMail: number;
  greylisted: number;
  cut: number;
  sentMs: number;
  rssMb: number;
};

const SUBSCRIBE = `INSERT INTO subscriber (id, kind, address, token_hash, component_ids, created_at, confirmed_at)
  SELECT id, 'mail', address, id::text, '{}', now() - interval '1 hour', now() - interval '1 hour'
  FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, address text)`;

const GONE = 'gone-';
const changeIn = (text: string): string => /Change (\d+) /.exec(text)?.[1] ?? '';

/** A mail server as they are: it greylists, refuses, is slow, and sometimes ends in mid-dialogue. */
async function badServer(
  random: () => number,
  isBad: boolean,
  counts: { greylisted: number; cut: number; taking: number },
): Promise<SmtpReceiver> {
  const known = new Set<string>();
  const receiver = async (address: string): Promise<Reply> => {
    if (address.startsWith(GONE)) return { code: 550, text: 'No such user' };
    if (!isBad) return null;
    if (random() < 0.05) await wait(between(random, 50, 400));
    if (known.has(address) || random() > 0.15) return null;
    known.add(address);
    counts.greylisted += 1;
    return { code: 451, text: 'Greylisted, come back later' };
  };
  const message = async (): Promise<Reply | 'cut'> => {
    counts.taking += 1;
    await wait(isBad ? between(random, 0, 25) : 0);
    counts.taking -= 1;
    // Before it is taken: what is cut here must come again.
    if (!isBad || random() > 0.01) return null;
    counts.cut += 1;
    return 'cut';
  };
  return smtpReceiver({ receiver, message });
}

async function send(app: AppProcess, { token }: Somebody, path: string, body: object): Promise<void> {
  const { status } = await post(app.url + path, body, { authorization: `Bearer ${token}` });
  if (status >= 300) throw new Error(`${path} was answered with ${status}.`);
}

type Expected = { addresses: string[]; changes: number };

function judge(
  smtp: SmtpReceiver,
  { addresses, changes }: Expected,
): Pick<Mails, 'wanted' | 'lost' | 'doubled' | 'copies' | 'strays'> {
  const ids = new Map<string, string[]>();
  for (const { to, text, id } of smtp.received)
    ids.set(`${changeIn(text)} ${to}`, [...(ids.get(`${changeIn(text)} ${to}`) ?? []), id]);
  const wanted = addresses.flatMap((to) => Array.from({ length: changes }, (_, change) => `${change} ${to}`));
  const isWanted = new Set(wanted);
  const distinct = (key: string) => new Set(ids.get(key) ?? []).size;
  return {
    wanted: wanted.length,
    lost: wanted.filter((key) => !ids.has(key)).length,
    doubled: wanted.reduce((sum, key) => sum + Math.max(0, distinct(key) - 1), 0),
    copies: wanted.reduce((sum, key) => sum + (ids.get(key)?.length ?? 0) - distinct(key), 0),
    strays: [...ids.keys()].filter((key) => !isWanted.has(key)).length,
  };
}

/** Publishes changes to subscribers by mail while the application is killed, over and over, in mid-mail. */
export async function measureMails(
  { subscribers, changes, kills, seed, isBad }: Scale,
  tell: Run['tell'] = () => undefined,
): Promise<Mails> {
  const random = seeded(seed);
  const counts = { greylisted: 0, cut: 0, taking: 0 };
  const smtp = await badServer(random, isBad, counts);
  const { folder: dataFolder, remove } = temporaryFolder();
  const environment = { WARROOM_SMTP_URL: smtp.url, WARROOM_MAIL_FROM: 'Status <status@shop.example>' };
  const home: Home = { dataFolder, port: await freePort(), environment };
  let app = await startApp(home);
  const databaseUrl = runningEmbedded(dataFolder)?.url;
  const pool = openTrialPool(databaseUrl, 2);
  const result = { kills: 0, killsInMidMail: 0, sentMs: 0, rssMb: 0 };
  try {
    const addresses = Array.from({ length: subscribers }, (_, n) => `reader-${n}@example.org`);
    const gone = isBad ? Array.from({ length: 5 }, (_, n) => `${GONE}${n}@example.org`) : [];
    await pool.query(SUBSCRIBE, [JSON.stringify([...addresses, ...gone].map((address) => ({ id: uuidv7(), address })))]);
    const [somebody] = await addPeople(pool, 1);
    if (!somebody) throw new Error('Nobody is there to publish.');
    await send(app, somebody, '/api/v1/incidents', { title: 'Orders answer 500' });
    const commands = '/api/v1/incidents/INC-1/commands';
    await send(app, somebody, commands, { id: uuidv7(), name: 'command.take', input: {} });
    const publish = async (change: number) => {
      const input = {
        audience: 'public',
        phase: pick(random, ['identified', 'monitoring']),
        title: 'Orders',
        text: `Change ${change} of many`,
      };
      await send(app, somebody, commands, { id: uuidv7(), name: 'update.post', input });
    };
    const startedAt = performance.now();
    const left = async () =>
      Number(
        (
          await pool.query(`SELECT (SELECT count(*) FROM effect WHERE kind = 'announce' AND done_at IS NULL)
        + (SELECT count(*) FROM delivery WHERE done_at IS NULL AND failed_at IS NULL) AS count`)
        ).rows[0]?.count,
      );
    // A crash leaves what was under way to its lease, and a refusal to its time of waiting: here nobody waits for either.
    const hurry = () =>
      pool.query(
        `UPDATE delivery SET due_at = now() WHERE done_at IS NULL AND failed_at IS NULL AND due_at > now() + interval '1 second'`,
      );
    for (let change = 0; change < changes; change += 1) {
      await publish(change);
      for (let kill = 0; kill < kills / changes; kill += 1) {
        await wait(between(random, 100, 900));
        const until = performance.now() + 2_000;
        while (counts.taking === 0 && performance.now() < until) await wait(1);
        if (counts.taking > 0) result.killsInMidMail += 1;
        await app.kill();
        result.kills += 1;
        if (random() < 0.7) await hurry().catch(() => undefined);
        app = await startApp(home);
        if (result.kills % 10 === 0) tell(`killed ${result.kills} times, ${smtp.received.length} mails arrived`);
      }
    }
    const rss: number[] = [];
    while ((await left()) > 0) {
      if (performance.now() - startedAt > DEADLINE_MS) break;
      rss.push((await usageOf(app)).rssBytes / 2 ** 20);
      await wait(250);
    }
    Object.assign(result, { sentMs: performance.now() - startedAt, rssMb: Math.max(0, ...rss) });
    return { ...judge(smtp, { addresses, changes }), ...result, ...counts };
  } finally {
    await pool.end();
    await app.stop();
    await smtp.close();
    remove();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const found = await measureMails(KILLED, tell);
  tell('10,000 subscribers');
  const many = await measureMails(MANY, tell);
  return [
    told('kill -9 of the application', `${found.kills} times, ${found.killsInMidMail} while mails were being taken`),
    told('the mail server', `greylisted ${found.greylisted}, cut off ${found.cut}, refused 5 mailboxes`),
    mustBe(
      `of ${found.wanted.toLocaleString('en')} mails (${KILLED.subscribers} subscribers x ${KILLED.changes} changes) lost`,
      found.lost,
      0,
    ),
    mustBe('second mails about the same change (another Message-ID)', found.doubled, 0),
    mustBe('mails that nobody was to get', found.strays, 0),
    told(
      'repeated copies (the same Message-ID)',
      String(found.copies),
      'taken by the server just before a kill, and not noted any more',
    ),
    mustBe('10,000 subscribers, one change: lost', many.lost, 0),
    mustBe('doubled, or repeated', many.doubled + many.copies, 0),
    told(
      'all of them sent in',
      `${(many.sentMs / 1000).toFixed(1)} s`,
      `${Math.round(many.wanted / (many.sentMs / 1000))} mails a second, 5 connections`,
    ),
    told('memory of the application meanwhile, at most', `${Math.round(many.rssMb)} MB`),
  ];
}

export const r7Mails: Figure = {
  name: 'R7M',
  title: 'Each subscriber one mail per change, through kills of the application',
  run,
};
