import * as z from 'zod/mini';
import { isClaimLost } from '@/lib/db/append-events';
import { isTimeout, isTransient } from '@/lib/db/transaction';
import type { CommandAnswer } from '@/lib/contracts/room';
import { CommandId } from '@/lib/core/ids';
import { canSee } from '@/lib/core/incident/permissions';
import { parseInstant } from '@/lib/core/instant';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';
import { batchByKey } from './batch-by-key';
import { hashOf } from './chain';
import type { IncidentDeps } from './incident-deps';
import { prepareBody } from './prepare-body';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';
import type { Outcome, Taking } from './round';
import { takeBatch } from './take-batch';

export type CommandRequest = { incident: string; id: string; name: string; input: unknown; at?: string | null };

export const BUSY = 'The database does not answer just now. Nothing is lost: send it again in a moment, under the same id.';

const ATTEMPTS = 4;
const BATCH = 100;

export function readTime(at: string | null | undefined): Taking['at'] {
  if (at === undefined || at === null) return null;
  const parsed = parseInstant(at);
  if (parsed) return parsed;
  throw new ServiceError('invalid', 'Give `at` as RFC 3339 with a zone, for example 2026-11-23T16:05:00Z.', {
    issues: [{ path: 'at', message: 'Not an RFC 3339 time.' }],
  });
}

export function readCommandId(id: unknown): string {
  const parsed = z.safeParse(CommandId, id);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new ServiceError('invalid', 'Give the command an id of its own: a UUID, version 7 for preference.', {
    issues: [{ path: 'id', message: 'Not a UUID.' }],
  });
}

/** Runs one transaction again while the database was not there. Safe: every command carries its id. [W1] [W4] */
export async function whileTransient<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      const result = await attempt();
      if (result !== null) return result;
    } catch (error) {
      if (isTimeout(error) || (isTransient(error) && left <= 1))
        throw new ServiceError('unavailable', BUSY, { cause: error, retryAfterS: 2 });
      if (!isTransient(error) && !isClaimLost(error)) throw error;
    }
    if (left <= 1) throw new ServiceError('unavailable', BUSY, { retryAfterS: 2 });
  }
}

/**
 * The only door to the event log of an incident that exists. Answers with the events once they are committed; a repeat
 * of the same id gets the first answer again. Throws ServiceError with what the core refused.
 */
export function createExecute(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  const enqueue = batchByKey<Taking, Outcome>(BATCH, async (incidentId, takings) => {
    const outcomes = await whileTransient(() => takeBatch(deps, cache, incidentId, takings));
    const events = outcomes.flatMap((outcome) => (outcome instanceof ServiceError || !outcome.isNew ? [] : outcome.events));
    // Answer, then broadcast. [W4]
    if (events.length > 0) setImmediate(() => deps.published({ incidentId, events }));
    return outcomes;
  });

  // Who could see it a moment ago need not be looked up: their rights are checked on the locked incident. Everybody
  // else is told nothing that they could tell from there being no such incident. [W2]
  async function idOf(caller: Caller, incident: string): Promise<string> {
    const recent = cache.recent(incident);
    return recent && canSee(recent, caller.actor) ? recent.id : (await see(caller, incident)).incidentId;
  }

  return async (caller: Caller, request: CommandRequest): Promise<CommandAnswer> => {
    const id = readCommandId(request.id);
    const at = readTime(request.at);
    const incidentId = await idOf(caller, request.incident);
    const bodyHash = hashOf([request.name, request.input, request.at ?? null]);
    const bare: Taking = { caller, id, name: request.name, input: request.input, at, bodyHash, body: null };
    const taking = request.name === 'evidence.add' ? await prepareBody(deps, cache, incidentId, bare) : bare;
    const outcome = await enqueue(incidentId, taking);
    if (outcome instanceof ServiceError) throw outcome;
    return { events: outcome.events, seq: outcome.seq };
  };
}
