import type { EarlierEvents } from '@/lib/contracts/room';
import { apply } from '@/lib/core/incident/apply';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { entryOf, withEntry } from '@/lib/core/incident/ledger';
import type { IncidentState } from '@/lib/core/incident/state';

/**
 * The state with the entries of earlier events, which were read at `earlier.seq`, not later than the state. What happened
 * between then and now is applied to them first.
 */
export function mergeEarlier(state: IncidentState, window: readonly IncidentEvent[], earlier: EarlierEvents): IncidentState {
  let then: IncidentState = { ...state, seq: earlier.seq, entries: earlier.entries.reduce(withEntry, {}) };
  for (const event of window) if (event.seq > earlier.seq && event.seq <= state.seq) then = apply(then, event);
  const seqs = earlier.events.map(({ seq }) => seq);
  const entries = seqs.reduce((all, seq) => {
    const entry = entryOf(then.entries, seq);
    return entry ? withEntry(all, entry) : all;
  }, state.entries);
  return { ...state, entries };
}
