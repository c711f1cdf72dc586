import type { PracticeRoom } from '@/lib/contracts/room';
import type { Caller } from '@/lib/auth/caller';
import type { IncidentDeps } from '../incident/incident-deps';

const MOST = 100;

const SQL = `SELECT key, title FROM incident
  WHERE is_practice AND (NOT is_private OR $1 OR $2::uuid = ANY(audience)) ORDER BY id DESC LIMIT ${MOST}`;

/** The practice rooms there are, the one opened last first: lists of incidents leave them out. At most 100. */
export function createListPractice({ pool }: IncidentDeps) {
  return async ({ actor }: Caller): Promise<PracticeRoom[]> => {
    const { rows } = await pool.query<PracticeRoom>(SQL, [actor.role === 'admin', actor.userId]);
    return rows;
  };
}
