import { exportJson } from '@/lib/core/incident/export/json';
import { exportMarkdown } from '@/lib/core/incident/export/markdown';
import { exportText } from '@/lib/core/incident/export/text';
import type { Caller } from '@/lib/auth/caller';
import type { IncidentDeps } from './incident-deps';
import { readRange } from './load-room';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';

export const EXPORT_FORMATS = ['txt', 'md', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const WRITERS = { txt: exportText, md: exportMarkdown, json: exportJson };

/** The whole log as text in one of the formats; times are shown `offsetMin` minutes east of UTC. */
export function createExportLog(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  return async (
    caller: Caller,
    incident: string,
    format: ExportFormat,
    offsetMin: number,
  ): Promise<{ text: string; name: string }> => {
    const head = await see(caller, incident);
    const state = await cache.at(deps.pool, head);
    const events = await readRange(deps.pool, head.incidentId, 1, head.seq);
    return { text: WRITERS[format](state, events, { offsetMin }), name: `${head.key}.${format}` };
  };
}
