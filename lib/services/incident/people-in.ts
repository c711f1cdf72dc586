import type { PoolClient } from 'pg';
import type { Person } from '@/lib/core/incident/command';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Asking = { caller: { actor: { userId: string } }; input: unknown };

function mentioned(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.values(input).filter((value): value is string => typeof value === 'string' && UUID.test(value));
}

/** Ids that may be people: who asks, and every id in the inputs. */
export const peopleIn = (askings: readonly Asking[]): string[] => [
  ...new Set(askings.flatMap(({ caller, input }) => [caller.actor.userId, ...mentioned(input)])),
];

export type People = Map<string, Person>;

/** The active people among these ids, as they stand in this transaction. */
export async function readPeople(client: Pick<PoolClient, 'query'>, ids: string[]): Promise<People> {
  const sql = 'SELECT id, name, role FROM "user" WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL';
  const { rows } = await client.query(sql, [ids]);
  return new Map(rows.map((row) => [row.id as string, { userId: row.id, name: row.name, role: row.role } as Person]));
}
