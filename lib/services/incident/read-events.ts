import type { EarlierEvents, EventRange } from '@/lib/contracts/room';
import { entryOf } from '@/lib/core/incident/ledger';
import type { Caller } from '@/lib/auth/caller';
import { batchByTick } from '../batch-by-tick';
import type { IncidentDeps } from './incident-deps';
import { readRange } from './load-room';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';

/** Events after `after` (a seq; 0 for all), at most `limit`, with the present head. */
export function createReadEvents(deps: IncidentDeps, see: SeenIncident) {
  // Those who come back together are mostly missing the same events: one read for all of them.
  const rangeOf = batchByTick<string, Promise<EventRange['events']>>(async (keys) => {
    const ranges = new Map(
      keys.map((key) => {
        const [incidentId = '', first, last] = key.split(' ');
        return [key, readRange(deps.pool, incidentId, Number(first), Number(last))];
      }),
    );
    return (key) => ranges.get(key) ?? Promise.resolve([]);
  });

  return async (caller: Caller, incident: string, { after, limit }: { after: number; limit: number }): Promise<EventRange> => {
    const { incidentId, seq } = await see(caller, incident);
    const last = Math.min(seq, after + limit);
    const events = after >= seq ? [] : await rangeOf(`${incidentId} ${after + 1} ${last}`);
    return { events, head: seq, epoch: deps.epoch };
  };
}

/** Events before `before` (a seq), the nearest `limit` of them, with what their notes say now. */
export function createReadEarlier(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  return async (
    caller: Caller,
    incident: string,
    { before, limit }: { before: number; limit: number },
  ): Promise<EarlierEvents> => {
    const head = await see(caller, incident);
    const last = Math.min(head.seq, before - 1);
    const events = await readRange(deps.pool, head.incidentId, Math.max(1, last - limit + 1), last);
    const state = await cache.at(deps.pool, head);
    const entries = events.flatMap((event) => entryOf(state.entries, event.seq) ?? []);
    return { events, entries, seq: head.seq };
  };
}
