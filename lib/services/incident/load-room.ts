import type { Pool } from 'pg';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import type { RoomSnapshot } from '@/lib/contracts/room';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { packRoom } from '@/lib/core/incident/snapshot';
import type { Caller } from '@/lib/auth/caller';
import type { IncidentDeps } from './incident-deps';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';

/** How many of the latest events a snapshot carries. */
export const WINDOW = 200;

export async function readRange(pool: Pool, incidentId: string, first: number, last: number): Promise<IncidentEvent[]> {
  if (last < first) return [];
  const sql = `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq`;
  return (await pool.query(sql, [incidentId, first, last])).rows.map(eventOfRow);
}

/** The room as it stands: state and latest events of one seq. */
export function createLoadRoom(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  return async (caller: Caller, incident: string): Promise<RoomSnapshot> => {
    const head = await see(caller, incident);
    const state = await cache.at(deps.pool, head);
    const events = await readRange(deps.pool, head.incidentId, head.seq - WINDOW + 1, head.seq);
    return packRoom(state, events, deps.epoch);
  };
}
