import type { PoolClient, QueryResult } from 'pg';
import type { CommandRow } from '@/lib/db/append-events';
import type { KnownComponent, Person } from '@/lib/core/incident/command';
import { componentsIn, type Named } from './named-in';
import { peopleIn } from './people-in';
import type { Taking } from './round';

export type Claimed = Pick<CommandRow, 'actor_id' | 'incident_id' | 'body_hash' | 'first_seq' | 'last_seq'>;
type Found = { seq: number; headHash: string; claimed: Map<string, Claimed>; named: Named };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function literal(ids: readonly string[]): string {
  for (const id of ids) if (!UUID.test(id)) throw new RangeError(`${id.slice(0, 60)} is no UUID.`);
  return `'{${ids.join()}}'::uuid[]`;
}

/**
 * Begins a transaction on an incident: locks it, then reads its head, which of these commands were taken before, and the
 * active people and the components that are named. Null where there is no such incident. [W2]
 * All statements on one way to the database: the later ones see what was committed while the lock was waited for.
 */
export async function beginOn(client: PoolClient, incidentId: string, takings: readonly Taking[]): Promise<Found | null> {
  const commandIds = literal(takings.map(({ id }) => id));
  const componentIds = componentsIn(takings);
  // Few commands name components: only those pay for the look.
  const components =
    componentIds.length === 0
      ? ''
      : `;
    SELECT id AS "componentId", name, is_public AS "isPublic" FROM component WHERE id = ANY(${literal(componentIds)}) AND removed_at IS NULL FOR SHARE`;
  const results = (await client.query(`BEGIN;
    SELECT seq, head_hash AS "headHash" FROM incident WHERE id = ANY(${literal([incidentId])}) FOR UPDATE;
    SELECT id, actor_id, incident_id, body_hash, first_seq, last_seq FROM command WHERE id = ANY(${commandIds});
    SELECT id AS "userId", name, role FROM "user" WHERE id = ANY(${literal(peopleIn(takings))}) AND disabled_at IS NULL${components}`)) as never;
  const [, locked, commands, active, found] = results as QueryResult[];
  const [head] = (locked?.rows ?? []) as Pick<Found, 'seq' | 'headHash'>[];
  if (!head) return null;
  const claimed = new Map((commands?.rows ?? []).map((row: Claimed & { id: string }) => [row.id, row]));
  const named: Named = {
    people: new Map((active?.rows ?? []).map((one: Person) => [one.userId, one])),
    components: new Map((found?.rows ?? []).map((one: KnownComponent) => [one.componentId, one])),
  };
  return { ...head, claimed, named };
}
