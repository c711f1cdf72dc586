import { makeBrief, type Brief } from '@/lib/core/method/brief';
import { briefMarkdown } from '@/lib/core/method/brief-markdown';
import { briefText } from '@/lib/core/method/brief-text';
import { isOverdue } from '@/lib/core/method/brief-words';
import type { Instant } from '@/lib/core/ids';
import type { Caller } from '@/lib/auth/caller';
import type { IncidentDeps } from './incident-deps';
import type { SeenIncident } from './see-incident';
import type { StateCache } from './state-cache';

export type BriefAnswer = Brief & { now: Instant; isOverdue: boolean };

/** The brief of an incident: as data, and as text with times `offsetMin` minutes east of UTC. */
export function createExportBrief(deps: IncidentDeps, cache: StateCache, see: SeenIncident) {
  async function read(caller: Caller, incident: string): Promise<BriefAnswer> {
    const head = await see(caller, incident);
    const brief = makeBrief(await cache.at(deps.pool, head));
    const now = deps.clock().toISOString();
    return { ...brief, now, isOverdue: isOverdue(brief.next, now) };
  }

  return {
    read,
    async write(caller: Caller, incident: string, format: 'md' | 'txt', offsetMin: number): Promise<string> {
      const { now, isOverdue: _known, ...brief } = await read(caller, incident);
      return { md: briefMarkdown, txt: briefText }[format](brief, { now, offsetMin });
    },
  };
}
