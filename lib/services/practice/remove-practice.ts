import { inTransaction } from '@/lib/db/transaction';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import type { IncidentDeps } from '../incident/incident-deps';
import type { SeenIncident } from '../incident/see-incident';
import { mustSignedInWork } from './may-practise';

const TABLES = [
  'event',
  'command',
  'hypothesis',
  'evidence',
  'evidence_body',
  'bearing',
  'task',
  'log_entry',
  'role_holding',
  'incident_update',
  'question',
  'public_incident',
  'public_update',
  'component_change',
  'update_draft',
  'notification',
  'effect',
];

/** Removes a practice room with everything in it. Throws `rule` for a real incident: those stay. */
export function createRemovePractice({ pool }: IncidentDeps, see: SeenIncident) {
  return async (caller: Caller, incident: string): Promise<void> => {
    mustSignedInWork(caller);
    const { incidentId, key } = await see(caller, incident);
    await inTransaction(pool, async (client) => {
      const { rows } = await client.query('DELETE FROM incident WHERE id = $1 AND is_practice RETURNING id', [incidentId]);
      if (rows.length === 0) throw new ServiceError('rule', `${key} is a real incident and stays. Close it instead.`);
      for (const table of TABLES) await client.query(`DELETE FROM ${table} WHERE incident_id = $1`, [incidentId]);
      return true;
    });
  };
}
