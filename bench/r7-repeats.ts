import { uuidv7 } from 'uuidv7';
import { apiOver, type ApiOver, type Who } from '@/lib/api/testing/api-over';
import { openDatabase, type Database } from '@/lib/db/database';
import { canonical } from '@/lib/services/incident/chain';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { between, pick, seeded, shuffled } from './lib/random';

type Scale = { operations: number; incidents: number; atOnce: number; seed: number };

export const FULL: Scale = { operations: 50_000, incidents: 20, atOnce: 200, seed: 7 };

const DAY_MS = 24 * 3_600_000;
const LATER_SHARE = 0.2;
const OTHER_BODY_SHARE = 0.1;

type Operation = { incident: string; who: Who; id: string; body: { name: string; input: object }; copies: number; later: number };
/** The answer with its keys in order: a repeat is read back from the database, which keeps them in its own. */
type Told = { status: number; text: string };

export type Repeats = {
  operations: number;
  requests: number;
  /** Events and claimed ids that the database has more or fewer than there were operations. */
  miscounted: number;
  gaps: number;
  /** Answers to a repeat that were not the first answer again. */
  otherAnswers: number;
  /** Ids used again for something else. */
  reused: number;
  /** Those of them that were not refused with 422. */
  notRefused: number;
};

const INPUTS = [
  (index: number) => ({ name: 'log.write', input: { text: `Line ${index}: the queue still grows` } }),
  (index: number) => ({ name: 'task.add', input: { text: `Task ${index}: look at the second replica` } }),
  (index: number) => ({ name: 'hypothesis.propose', input: { statement: `Redis ${index} evicts keys since the deploy` } }),
];

async function plan(api: ApiOver, { operations, incidents, seed }: Scale): Promise<Operation[]> {
  const random = seeded(seed);
  const people = await Promise.all(Array.from({ length: 8 }, async () => api.program(await api.person('responder'), 'write')));
  const keys: string[] = [];
  for (let index = 0; index < incidents; index += 1) keys.push(await api.declare(pick(random, people)));
  return Array.from({ length: operations }, (_, index) => {
    const sent = between(random, 1, 5);
    const later = random() < LATER_SHARE ? 1 : 0;
    const body = INPUTS[random() < 0.98 ? 0 : between(random, 1, 2)]?.(index) ?? { name: 'log.write', input: { text: 'x' } };
    return {
      incident: pick(random, keys),
      who: pick(random, people),
      id: uuidv7(),
      body,
      copies: Math.max(1, sent - later),
      later,
    };
  });
}

const send = async (tab: ApiOver, { incident, who, id, body }: Operation): Promise<Told> => {
  const { status, json } = await tab.call(who, 'POST', `/api/v1/incidents/${incident}/commands`, { body: { id, ...body } });
  return { status, text: canonical(json) };
};

const sameButElse = (operation: Operation): Operation => ({
  ...operation,
  body: { name: 'log.write', input: { text: 'Something else' } },
});

async function count(db: Database, incidents: number, operations: number): Promise<Pick<Repeats, 'miscounted' | 'gaps'>> {
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM command) AS commands,
      (SELECT coalesce(sum(i.seq - (SELECT count(*) FROM event e WHERE e.incident_id = i.id)), 0)::int FROM incident i) AS gaps`,
  );
  const expected = operations + incidents;
  return { miscounted: Math.abs(rows[0].events - expected) + Math.abs(rows[0].commands - expected), gaps: rows[0].gaps };
}

/** Sends every operation one to five times, at once and through two processes, some of them again a day later. */
export async function measureRepeats(db: Database, scale: Scale, tell: Run['tell'] = () => undefined): Promise<Repeats> {
  let aheadMs = 0;
  const clock = () => new Date(Date.now() + aheadMs);
  const tabs = [apiOver(db, { clock }), apiOver(db, { clock })] as const;
  const random = seeded(scale.seed + 1);
  const operations = await plan(tabs[0], scale);
  const result = { operations: operations.length, requests: 0, otherAnswers: 0, reused: 0, notRefused: 0 };
  const first = new Map<string, string>();

  const sendCopy = async (operation: Operation) => {
    result.requests += 1;
    const { status, text } = await send(pick(random, tabs), operation);
    const known = first.get(operation.id) ?? text;
    first.set(operation.id, known);
    if (status !== 200 || text !== known) result.otherAnswers += 1;
  };
  const sendElse = async (operation: Operation) => {
    result.reused += 1;
    const { status } = await send(pick(random, tabs), sameButElse(operation));
    if (status !== 422) result.notRefused += 1;
  };
  const inWindows = async (label: string, work: (window: Operation[]) => Promise<unknown>[]) => {
    for (let start = 0; start < operations.length; start += scale.atOnce) {
      if (start % 10_000 === 0 && start > 0) tell(`${label}: ${start} of ${operations.length}`);
      await Promise.all(work(operations.slice(start, start + scale.atOnce)));
    }
  };

  const copies = (window: Operation[]) =>
    shuffled(
      random,
      window.flatMap((one) => Array.from({ length: one.copies }, () => one)),
    );
  await inWindows('at once', (window) => copies(window).map(sendCopy));
  await inWindows('other bodies', (window) => window.filter(() => random() < OTHER_BODY_SHARE).map(sendElse));
  aheadMs = DAY_MS;
  await inWindows('a day later', (window) => window.filter(({ later }) => later > 0).map(sendCopy));
  return { ...result, ...(await count(db, scale.incidents, operations.length)) };
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const db = await openDatabase(await postgres.database());
  try {
    const found = await measureRepeats(db, FULL, tell);
    return [
      told(
        'operations, sent 1-5 times, two processes',
        `${found.operations.toLocaleString('en')} in ${found.requests.toLocaleString('en')} requests`,
      ),
      mustBe('events or claimed ids too many or too few', found.miscounted, 0),
      mustBe('gaps', found.gaps, 0),
      mustBe('repeats that got another answer than the first', found.otherAnswers, 0),
      mustBe(`same id, other body, not refused with 422 (of ${found.reused})`, found.notRefused, 0),
    ];
  } finally {
    await db.close();
    await postgres.stop();
  }
}

export const r7Repeats: Figure = {
  name: 'R7',
  title: 'Repeats are harmless: 1-5 times, in parallel, two tabs, a day later',
  run,
};
