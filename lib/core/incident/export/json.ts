import { logLines } from '../describe';
import type { IncidentEvent } from '../events';
import type { IncidentState } from '../state';

/** The incident, its log as it reads now, its parts, and every event with its hash, as JSON. */
export function exportJson(state: IncidentState, events: readonly IncidentEvent[], { offsetMin }: { offsetMin: number }): string {
  const { hypotheses, evidence, bearings, tasks, entries: _entries, ...incident } = state;
  const exported = {
    format: 'warroom-incident',
    version: 1,
    incident,
    log: logLines(state, events, offsetMin),
    hypotheses: Object.values(hypotheses),
    evidence: Object.values(evidence),
    bearings: Object.values(bearings),
    tasks: Object.values(tasks),
    events,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
