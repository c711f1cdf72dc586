import type { ClientBase, Pool } from 'pg';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { apply } from '@/lib/core/incident/apply';
import type { IncidentState } from '@/lib/core/incident/state';
import { GENESIS } from './chain';

type Kept = { state: IncidentState; headHash: string };
type Head = { incidentId: string; seq: number; headHash: string };

const PAGE = 2000;

/**
 * Folded states of the incidents that were last worked on. Only a convenience: it is believed when its seq and head
 * hash are those of the row just read, and folded anew from the events otherwise.
 */
export function stateCache(capacity = 200) {
  const kept = new Map<string, Kept>();
  const idOfKey = new Map<string, string>();

  function forget(incidentId: string): void {
    const gone = kept.get(incidentId);
    kept.delete(incidentId);
    if (gone) idOfKey.delete(gone.state.key);
  }

  function remember(incidentId: string, value: Kept): void {
    kept.delete(incidentId);
    kept.set(incidentId, value);
    idOfKey.set(value.state.key, incidentId);
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest) forget(oldest);
  }

  async function foldFrom(db: ClientBase | Pool, start: Kept | null, { incidentId, seq }: Head): Promise<Kept> {
    let state = start?.state ?? null;
    let headHash = start?.headHash ?? GENESIS;
    while ((state?.seq ?? 0) < seq) {
      const after = state?.seq ?? 0;
      const { rows } = await db.query(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT ${PAGE}`,
        [incidentId, after, seq],
      );
      for (const row of rows) state = apply(state, eventOfRow(row));
      if (rows.length === 0) throw new RangeError(`Events after ${after} of incident ${incidentId} are missing.`);
      headHash = rows.at(-1)?.hash ?? headHash;
    }
    if (!state) throw new RangeError(`Incident ${incidentId} has no events.`);
    return { state, headHash };
  }

  return {
    remember,
    forget,
    /** A state that may be old by now, by key or id; null where none is kept. */
    recent: (incident: string): IncidentState | null => kept.get(idOfKey.get(incident) ?? incident)?.state ?? null,
    /** The state at exactly this head, which the caller has just read (and locked, when it writes). */
    async at(db: ClientBase | Pool, head: Head): Promise<IncidentState> {
      const known = kept.get(head.incidentId) ?? null;
      if (known && known.state.seq === head.seq && known.headHash === head.headHash) return known.state;
      const start = known && known.state.seq < head.seq ? known : null;
      let folded = await foldFrom(db, start, head);
      // A restored database may hold another history under the same numbers.
      if (folded.headHash !== head.headHash && start) folded = await foldFrom(db, null, head);
      remember(head.incidentId, folded);
      return folded.state;
    },
  };
}

export type StateCache = ReturnType<typeof stateCache>;
