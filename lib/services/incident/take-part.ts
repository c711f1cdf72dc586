import type { Caller } from '@/lib/auth/caller';
import { READ_ONLY } from '@/lib/core/incident/decide';
import { mustBeInRoom } from '@/lib/core/incident/permissions';
import type { IncidentState } from '@/lib/core/incident/state';
import { ServiceError } from '../errors';
import type { IncidentDeps } from './incident-deps';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';

/**
 * The incident as it stands, for somebody who takes part in it. Throws `not_found` for who may not see it, `forbidden` for
 * viewers, observers and tokens that only read.
 */
export function createTakePart(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  return async (caller: Caller, incident: string): Promise<{ incidentId: string; state: IncidentState }> => {
    const head = await see(caller, incident);
    if (caller.actor.scope === 'read') throw new ServiceError('forbidden', READ_ONLY);
    const state = await cache.at(deps.pool, head);
    const outside = mustBeInRoom(state, caller.actor);
    if (outside) throw new ServiceError('forbidden', outside);
    return { incidentId: head.incidentId, state };
  };
}

export type TakePart = ReturnType<typeof createTakePart>;
