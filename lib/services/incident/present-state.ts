import type { IncidentState } from '@/lib/core/incident/state';
import type { IncidentDeps } from './incident-deps';
import type { StateCache } from './state-cache';

/** The incident as it stands, for jobs that act for nobody in particular; null where it is gone. */
export const createPresent =
  ({ pool }: IncidentDeps, cache: StateCache) =>
  async (incidentId: string): Promise<IncidentState | null> => {
    const { rows } = await pool.query('SELECT seq, head_hash AS "headHash" FROM incident WHERE id = $1', [incidentId]);
    return rows[0] ? cache.at(pool, { incidentId, ...rows[0] }) : null;
  };
