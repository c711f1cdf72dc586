import type { ClientBase } from 'pg';
import { uuidv7 } from 'uuidv7';
import { chain, GENESIS } from '@/lib/services/incident/chain';
import { verifyChain } from '@/lib/services/incident/verify-chain';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { benchServices, type BenchServices } from './lib/bench-services';
import { startDiskPostgres } from './lib/disk-postgres';
import { mustBe, told, type Figure, type Row, type Run } from './lib/figure';
import { TAMPERINGS, type Tampering } from './lib/tamper';

type Scale = { incidents: number };

export const FULL: Scale = { incidents: 40 };
export const EVENTS_EACH = 25;

const BODY = 'redis[412]: OOM command not allowed when used memory > maxmemory\nredis[412]: out of memory\n';

/** An incident of exactly 25 events, with notes reworded, pinned and redacted, hypotheses, evidence and tasks. */
async function history(b: BenchServices, number: number): Promise<void> {
  const caller = b.people[0]?.caller;
  if (!caller) throw new RangeError('Nobody is there to write.');
  const { key } = await b.declare(`Outage ${number}`);
  const take = (name: string, input: object) =>
    b.services.incidents.execute(caller, { incident: key, id: uuidv7(), name, input });
  await take('log.write', { text: 'Password is hunter2, oh no' });
  for (const host of ['web-1', 'web-2', 'web-3']) await take('log.write', { text: `nginx on ${host} answers 502` });
  await take('log.revise', { entry: '3', text: 'nginx answers 502 and 504' });
  await take('log.pin', { entry: '3', pinned: true });
  await take('log.redact', { entry: '2', because: 'A password was pasted.' });
  await take('hypothesis.propose', { statement: 'Redis evicts keys since the deploy' });
  await take('evidence.add', { text: BODY, hypothesis: 'H1' });
  let { seq } = await take('task.add', { text: 'Look at the second replica' });
  // Every line says something else: what is the same on both sides can be swapped and nothing has changed.
  while (seq < EVENTS_EACH) ({ seq } = await take('log.write', { text: `The queue grows: ${seq * 40} jobs` }));
}

async function inRolledBack<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  return work().finally(() => client.query('ROLLBACK'));
}

/** In how many incidents the change at this seq does not show. */
async function missed(client: ClientBase, tampering: Tampering, seq: number): Promise<number> {
  return inRolledBack(client, async () => {
    await tampering.apply(client, seq);
    const { faults, incidents } = await verifyChain(client);
    return incidents - new Set(faults.map(({ incident }) => incident).filter((incident) => incident !== '-')).size;
  });
}

/** Changes the first note of every incident and hashes its whole history anew: only heads kept elsewhere tell. */
async function rewriteAll(client: ClientBase): Promise<void> {
  await client.query(`UPDATE event SET data = '{"text": "All was well"}' WHERE seq = 4`);
  for (const { id } of (await client.query('SELECT id FROM incident')).rows) {
    const sql = `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 ORDER BY seq`;
    const links = chain(GENESIS, (await client.query(sql, [id])).rows.map(eventOfRow));
    for (const { event, wordsHash } of links) {
      const values = [id, event.seq, event.hash, wordsHash];
      await client.query('UPDATE event SET hash = $3, words_hash = $4 WHERE incident_id = $1 AND seq = $2', values);
    }
    await client.query('UPDATE incident SET head_hash = $2 WHERE id = $1', [id, links.at(-1)?.event.hash]);
  }
}

export type Tampered = {
  rows: number;
  faultsBefore: number;
  changes: number;
  missed: { name: string; count: number }[];
  /** Incidents whose head is the kept one although their history was rewritten and hashed anew. */
  sameHeads: number;
};

/** Changes every event in every way, one change to an incident at a time, and looks whether it shows. */
export async function measureTampering(
  b: BenchServices,
  { incidents }: Scale,
  tell: Run['tell'] = () => undefined,
): Promise<Tampered> {
  for (let number = 0; number < incidents; number += 1) await history(b, number);
  const client = await b.db.pool.connect();
  try {
    const before = await verifyChain(client);
    const found: Tampered['missed'] = [];
    for (const tampering of TAMPERINGS) {
      tell(`${tampering.name}: each of ${before.events} events`);
      let count = 0;
      for (let seq = 1; seq <= EVENTS_EACH; seq += 1) count += await missed(client, tampering, seq);
      if (count > 0) found.push({ name: tampering.name, count });
    }
    const after = await inRolledBack(client, async () => {
      await rewriteAll(client);
      return verifyChain(client);
    });
    const kept = new Map(before.heads.map(({ incident, hash }) => [incident, hash]));
    const sameHeads = after.heads.filter(({ incident, hash }) => kept.get(incident) === hash).length;
    const changes = TAMPERINGS.length * incidents * EVENTS_EACH;
    return { rows: before.events, faultsBefore: before.faults.length, changes, missed: found, sameHeads };
  } finally {
    client.release();
  }
}

async function run({ tell }: Run): Promise<Row[]> {
  const postgres = await startDiskPostgres();
  const b = await benchServices(await postgres.database());
  try {
    const found = await measureTampering(b, FULL, tell);
    const missedAll = found.missed.reduce((sum, { count }) => sum + count, 0);
    return [
      mustBe('events in the histories', found.rows, FULL.incidents * EVENTS_EACH),
      mustBe('faults found before anything was changed', found.faultsBefore, 0),
      told('single changes made', `${found.changes.toLocaleString('en')} of ${TAMPERINGS.length} kinds`),
      mustBe('not found', missedAll, 0, found.missed.map(({ name, count }) => `${name}: ${count}`).join(', ') || undefined),
      mustBe(
        'histories hashed anew from end to end that keep their head',
        found.sameHeads,
        0,
        'These show only against heads kept elsewhere: verify-chain prints them.',
      ),
    ];
  } finally {
    await b.close();
    await postgres.stop();
  }
}

export const s8History: Figure = { name: 'S8', title: 'A changed history shows', run };
