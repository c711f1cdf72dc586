import type { Pool } from 'pg';
import { verifyChain } from '@/lib/services/incident/verify-chain';
import type { Row } from './figure';
import { mustBe, told } from './figure';
import type { Kept } from './room-client';

export type Verdict = {
  made: number;
  /** Acknowledged, and not in the database as it was said. */
  lost: number;
  /** In the database more than once. */
  duplicated: number;
  /** Places of the history that nothing stands in. */
  gaps: number;
  /** Clients that do not have exactly the history of the database in its order. */
  differing: number;
  /** Made, and neither acknowledged nor still waiting in the outbox. */
  forgotten: number;
  unsent: number;
  faults: string[];
  repeated: number;
  foundTaken: number;
};

type Stored = { seq: number; id: string; commandId: string };

/** Holds what clients were told against what one incident's history says. */
export async function judge(pool: Pick<Pool, 'query'>, incidentId: string, clients: readonly Kept[]): Promise<Verdict> {
  const sql = 'SELECT seq, id, command_id AS "commandId" FROM event WHERE incident_id = $1 ORDER BY seq';
  const events: Stored[] = (await pool.query<Stored>(sql, [incidentId])).rows;
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const times = new Map<string, number>();
  for (const { commandId } of events) times.set(commandId, (times.get(commandId) ?? 0) + 1);
  const order = events.map(({ id }) => id).join(' ');

  const acknowledged = clients.flatMap((client) => client.acknowledged);
  const isThere = ({ id, events: said }: Kept['acknowledged'][number]) =>
    said.length > 0 && said.every(({ seq, id: eventId }) => bySeq.get(seq)?.id === eventId && bySeq.get(seq)?.commandId === id);
  const settled = new Set([...acknowledged.map(({ id }) => id), ...clients.flatMap(({ unsent }) => unsent)]);
  const made = clients.flatMap((client) => client.made);
  const chain = await verifyChain(pool);
  return {
    made: made.length,
    lost: acknowledged.filter((one) => !isThere(one)).length,
    duplicated: made.filter((id) => (times.get(id) ?? 0) > 1).length,
    gaps: (events.at(-1)?.seq ?? 0) - events.length,
    differing: clients.filter(({ applied }) => applied.join(' ') !== order).length,
    forgotten: made.filter((id) => !settled.has(id)).length,
    unsent: clients.reduce((sum, { unsent }) => sum + unsent.length, 0),
    faults: [
      ...clients.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`)),
      ...chain.faults.map(({ seq, what }) => `#${seq}: ${what}`),
    ],
    repeated: clients.reduce((sum, client) => sum + client.repeated, 0),
    foundTaken: clients.reduce((sum, client) => sum + client.foundTaken, 0),
  };
}

/** The lines that every row of the table of faults ends with. */
export const verdictRows = (verdict: Verdict): Row[] => [
  told(
    'commands written',
    `${verdict.made.toLocaleString('en')}, ${verdict.repeated} of them sent again`,
    `${verdict.foundTaken} of those had been taken the first time, only the answer was lost`,
  ),
  mustBe('acknowledged and lost', verdict.lost, 0),
  mustBe('duplicated', verdict.duplicated, 0),
  mustBe('gaps', verdict.gaps, 0),
  mustBe('clients with another order or another history', verdict.differing, 0),
  mustBe('neither acknowledged nor in the outbox', verdict.forgotten, 0),
  mustBe('never taken', verdict.unsent, 0),
  mustBe(
    'contradictions, unexpected answers, broken chain',
    verdict.faults.length,
    0,
    verdict.faults.slice(0, 5).join('; ') || undefined,
  ),
];
