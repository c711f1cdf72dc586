import { entryOf } from '@/lib/core/incident/ledger';
import type { EventType } from '@/lib/core/incident/events';
import type { Hypothesis, HypothesisState, IncidentState } from '@/lib/core/incident/state';
import type { Selection } from '../room-ui';
import type { RoomView } from '../room-view';

const ORDER: readonly HypothesisState[] = ['testing', 'open', 'confirmed', 'rejected', 'shelved'];
const SILENT: ReadonlySet<EventType> = new Set(['log.revised', 'log.pinned', 'log.redacted']);

const numberOf = ({ ref }: Hypothesis) => Number(ref.slice(1));

function around<Thing>(all: readonly Thing[], at: number, step: 1 | -1): Thing | null {
  if (all.length === 0) return null;
  if (at === -1) return (step === 1 ? all[0] : all.at(-1)) ?? null;
  return all[Math.min(Math.max(at + step, 0), all.length - 1)] ?? null;
}

/** The hypothesis after or before the selected one, as the board lists them. */
export function hypothesisAround({ hypotheses }: IncidentState, selected: Selection | null, step: 1 | -1): Hypothesis | null {
  const all = Object.values(hypotheses).sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || numberOf(a) - numberOf(b),
  );
  const at = selected?.kind === 'hypothesis' ? all.findIndex(({ id }) => id === selected.id) : -1;
  return around(all, at, step);
}

/** The log line after or before the selected one, by when things happened; the last one where none is selected. */
export function entryAround({ events, drawn }: RoomView, selected: Selection | null, step: 1 | -1): number | null {
  const lines = events
    .filter(({ type }) => !SILENT.has(type))
    .map((event) => ({ seq: event.seq, at: entryOf(drawn.entries, event.seq)?.at ?? event.at }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
  const at = selected?.kind === 'entry' ? lines.findIndex(({ seq }) => seq === selected.seq) : -1;
  if (at === -1) return lines.at(-1)?.seq ?? null;
  return around(lines, at, step)?.seq ?? null;
}
