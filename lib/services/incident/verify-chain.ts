import type { Pool } from 'pg';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { isRedaction, losesWords, withoutWords } from '@/lib/core/incident/words';
import { canonical, eventHash, GENESIS, wordsHashOf } from './chain';

export type ChainFault = { incident: string; seq: number; what: string };
export type ChainReport = { incidents: number; events: number; faults: ChainFault[] };

type Row = { event: IncidentEvent; wordsHash: string };

function wordsFault({ event, wordsHash }: Row, later: IncidentEvent[]): string | null {
  if (!event.redacted) return wordsHashOf(event.type, event.data) === wordsHash ? null : 'its words were changed';
  if (canonical(withoutWords(event.type, event.data)) !== canonical(event.data)) return 'it is marked redacted and has words';
  const redaction = later.some((one) => one.seq > event.seq && losesWords(one, event));
  return redaction ? null : 'its words are gone and no redaction says so';
}

function faultsOf(rows: Row[]): { seq: number; what: string }[] {
  const faults: { seq: number; what: string }[] = [];
  const redactions = rows.map(({ event }) => event).filter(isRedaction);
  let previous = GENESIS;
  rows.forEach((row, index) => {
    const { event, wordsHash } = row;
    const report = (what: string) => faults.push({ seq: event.seq, what });
    if (event.seq !== index + 1) report(`stands in place ${index + 1}`);
    const words = wordsFault(row, redactions);
    if (words) report(words);
    if (eventHash(previous, event, wordsHash) !== event.hash) report('does not follow from the event before it');
    previous = event.hash ?? '';
  });
  return faults;
}

/**
 * Checks every incident's history: places without gaps, each event chained to the one before, words as first written or
 * properly redacted, the incident's row at the last event. A history cut off together with the incident's row does not
 * show here: compare the printed heads with ones kept elsewhere.
 */
export async function verifyChain(
  pool: Pick<Pool, 'query'>,
): Promise<ChainReport & { heads: { incident: string; seq: number; hash: string }[] }> {
  const incidents = await pool.query('SELECT id, key, seq, head_hash FROM incident ORDER BY number');
  const report: ChainReport & { heads: { incident: string; seq: number; hash: string }[] } = {
    ...{ incidents: 0, events: 0, faults: [], heads: [] },
  };
  for (const { id, key, seq, head_hash } of incidents.rows) {
    const { rows } = await pool.query(`SELECT ${EVENT_COLUMNS}, words_hash FROM event WHERE incident_id = $1 ORDER BY seq`, [id]);
    const read = rows.map((row) => ({ event: eventOfRow(row), wordsHash: row.words_hash as string }));
    report.incidents += 1;
    report.events += read.length;
    report.faults.push(...faultsOf(read).map((fault) => ({ incident: key, ...fault })));
    if (read.length !== seq || read.at(-1)?.event.hash !== head_hash) {
      report.faults.push({ incident: key, seq, what: 'the last event is not the one that the incident names' });
    }
    report.heads.push({ incident: key, seq, hash: head_hash });
  }
  const orphans = await pool.query(
    'SELECT count(*)::int AS n FROM event e WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = e.incident_id)',
  );
  if (orphans.rows[0].n > 0)
    report.faults.push({ incident: '-', seq: 0, what: `${orphans.rows[0].n} events belong to no incident` });
  return report;
}
