import type { PoolClient } from 'pg';
import { appendEvents } from '@/lib/db/append-events';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { inTransactionOn } from '@/lib/db/transaction';
import type { Instant } from '@/lib/core/ids';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { canSee } from '@/lib/core/incident/permissions';
import { isRedaction } from '@/lib/core/incident/words';
import { notFound, ServiceError } from '../errors';
import { beginOn, type Claimed } from './begin-on';
import { effectsOf } from './effects-of';
import type { IncidentDeps } from './incident-deps';
import type { People } from './people-in';
import { redactRows } from './redact-rows';
import { decideNext, SWITCHED_OFF, type Outcome, type Round, type Taking } from './round';
import type { StateCache } from './state-cache';

const NOTHING = Promise.resolve();

export const SAME_ID = 'This command id was already used for something else. Send the change under a new id.';

// Clocks of two processes agree to a few milliseconds; what comes later in the history is never earlier in time.
const notBefore = (last: Instant, now: Instant): Instant => (now < last ? last : now);

async function readRange(client: PoolClient, incidentId: string, first: number, last: number): Promise<IncidentEvent[]> {
  if (last < first) return [];
  const sql = `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq`;
  return (await client.query(sql, [incidentId, first, last])).rows.map(eventOfRow);
}

/** The first answer again, or a refusal where the id meant something else. [W1] */
async function repeated(client: PoolClient, round: Round, taking: Taking, claimed: Claimed, people: People): Promise<Outcome> {
  const present = people.get(taking.caller.actor.userId);
  if (!present) return new ServiceError('unauthenticated', SWITCHED_OFF);
  if (!canSee(round.state, present)) return notFound('incident');
  const { incident_id, actor_id, body_hash, first_seq, last_seq } = claimed;
  const same = body_hash === taking.bodyHash && incident_id === round.state.id && actor_id === taking.caller.actor.userId;
  if (!same) return new ServiceError('mismatch', SAME_ID);
  const justNow = round.chained.map(({ event }) => event).filter((event) => event.seq >= first_seq && event.seq <= last_seq);
  const events = justNow.length > 0 ? justNow : await readRange(client, incident_id, first_seq, last_seq);
  return { events, seq: claimed.last_seq, isNew: false };
}

/**
 * One transaction for commands of one incident that arrived together: lock the row, look up claimed ids and people on
 * what was just locked, decide in order, append everything at once. [W2] [W3] [W5]
 */
export async function takeBatch(
  deps: IncidentDeps,
  cache: StateCache,
  incidentId: string,
  takings: Taking[],
): Promise<Outcome[] | null> {
  let reached: Round | null = null;
  const open = (client: PoolClient) => beginOn(client, incidentId, takings);
  const outcomes = await inTransactionOn(deps.pool, open, async (client, found) => {
    if (!found) {
      cache.forget(incidentId);
      return { answer: takings.map(() => notFound('incident')), last: NOTHING };
    }
    const { seq, headHash, claimed, named } = found;
    const state = await cache.at(client, { incidentId, seq, headHash });
    const round: Round = { state, headHash, chained: [], commands: [] };
    const now = notBefore(state.lastEventAt, deps.clock().toISOString());
    const results: Outcome[] = [];
    for (const taking of takings) {
      const earlier = claimed.get(taking.id);
      const outcome = earlier
        ? await repeated(client, round, taking, earlier, named.people)
        : decideNext(round, taking, named, now);
      results.push(outcome);
      const latest = round.commands.at(-1);
      if (latest?.id === taking.id) claimed.set(taking.id, latest);
    }
    if (round.commands.length === 0) return { answer: results, last: NOTHING };
    const events = round.chained.map(({ event }) => event);
    const appended = appendEvents(client, {
      ...{ state: round.state, headHash: round.headHash, events: round.chained, commands: round.commands },
      effects: effectsOf(round.state, events, deps.hasWebhook),
    });
    if (events.some(isRedaction)) await appended.then(() => redactRows(client, events));
    reached = round;
    return { answer: results, last: appended };
  });
  const round = reached as Round | null;
  if (outcomes && round) cache.remember(incidentId, { state: round.state, headHash: round.headHash });
  return outcomes;
}
