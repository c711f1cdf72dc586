import type { Pool } from 'pg';
import type { Caller } from '@/lib/auth/caller';
import { isTransient } from '@/lib/db/transaction';
import { batchByTick } from '../batch-by-tick';
import { ServiceError, notFound } from '../errors';

export type SeenHead = { incidentId: string; key: string; seq: number; headHash: string };
type Head = SeenHead & { isPrivate: boolean; audience: string[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY = /^(?:INC|TRY)-[1-9]\d{0,8}$/;

const SQL = `SELECT id, key, seq, head_hash, is_private, audience::text[] AS audience
  FROM incident WHERE key = ANY($1::text[]) OR id = ANY($2::uuid[])`;

async function lookUp(pool: Pool, names: string[]): Promise<(name: string) => Head | null> {
  const { rows } = await pool.query(SQL, [names.filter((name) => KEY.test(name)), names.filter((name) => UUID.test(name))]);
  const found = new Map<string, Head>();
  for (const row of rows) {
    const head = {
      incidentId: row.id,
      key: row.key,
      seq: row.seq,
      headHash: row.head_hash,
      isPrivate: row.is_private,
      audience: row.audience,
    };
    found.set(row.id, head);
    found.set(row.key, head);
  }
  return (name) => found.get(name) ?? null;
}

/** Whether this person may know of an incident with this row; the twin of core's `canSee` for rows. */
export const maySee = (row: { isPrivate: boolean; audience: string[] }, { actor }: Pick<Caller, 'actor'>): boolean =>
  !row.isPrivate || actor.role === 'admin' || row.audience.includes(actor.userId);

/**
 * Finds an incident by key or id for somebody, with its present head. Throws not_found both where there is none and
 * where they may not know of it. Look-ups of one tick share a query.
 */
export function createSeeIncident(pool: Pool) {
  const headOf = batchByTick<string, Head | null>((names) => lookUp(pool, names));
  return async (caller: Caller, incident: string): Promise<SeenHead> => {
    const name = KEY.test(incident.toUpperCase()) ? incident.toUpperCase() : incident.toLowerCase();
    const head = await headOf(name).catch((error: unknown) => {
      if (!isTransient(error)) throw error;
      throw new ServiceError('unavailable', 'The database does not answer just now. Try again in a moment.', {
        cause: error,
        retryAfterS: 2,
      });
    });
    if (!head || !maySee(head, caller)) throw notFound('incident');
    return head;
  };
}

export type SeenIncident = ReturnType<typeof createSeeIncident>;
