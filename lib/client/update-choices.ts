import type { Audience, IncidentState, Phase } from '@/lib/core/incident/state';
import { PHASES } from '@/lib/core/incident/state';
import { COMPONENT_STATES, type AffectedComponent, type ComponentState } from '@/lib/core/status/component-state';
import type { StatusComponent } from '@/lib/contracts/status';
import type { DraftContent } from './draft-document';

/** What is chosen for an update to one audience: from the draft, or what it begins with. */
export type UpdateChoices = {
  phase: Phase | null;
  title: string;
  components: AffectedComponent[];
  nextUpdateAt: string | null;
};

const MINUTE_MS = 60_000;

/** The full minute after so many minutes. */
export const inMinutes = (nowMs: number, minutes: number): string =>
  new Date(Math.ceil(nowMs / MINUTE_MS + minutes) * MINUTE_MS).toISOString();

const NOTHING = 'none';

export const fieldOf = {
  phase: (audience: Audience) => `phase:${audience}`,
  title: (audience: Audience) => `title:${audience}`,
  next: (audience: Audience) => `next:${audience}`,
  component: (audience: Audience, componentId: string) => `component:${componentId}:${audience}`,
};

/** How a time, or none, is kept in the draft. */
export const nextField = (at: string | null): string => at ?? NOTHING;

function phaseOf(written: unknown, audience: Audience, incident: IncidentState): Phase | null {
  const chosen = PHASES.find((one) => one === written);
  if (chosen || written === '') return chosen ?? null;
  return audience === 'public' ? (incident.publicPhase ?? 'investigating') : null;
}

function nextOf(written: unknown, phase: Phase | null, fallback: string | null): string | null {
  if (written === NOTHING) return null;
  if (typeof written === 'string' && !Number.isNaN(Date.parse(written))) return written;
  return phase === 'resolved' ? null : fallback;
}

/** How a component, or that it is left out, is kept in the draft. */
export const componentField = (state: ComponentState | null): string => state ?? NOTHING;

/** What earlier updates named and is still not well is named again, and well again once it is resolved. */
function standingState(
  incident: IncidentState,
  { componentId, state }: StatusComponent,
  phase: Phase | null,
): ComponentState | null {
  const isNamed = Object.values(incident.updates).some(({ components }) =>
    components.some((one) => one.componentId === componentId),
  );
  if (!isNamed || state === 'operational') return null;
  return phase === 'resolved' ? 'operational' : state;
}

type Choosing = {
  audience: Audience;
  fields: DraftContent['fields'];
  incident: IncidentState;
  known: readonly StatusComponent[];
  /** The promise that an update begins with. */
  promise: string | null;
};

function componentsOf({ audience, fields, incident, known }: Choosing, phase: Phase | null): AffectedComponent[] {
  if (audience === 'team') return [];
  const shown = known.filter(({ isPublic }) => isPublic || audience !== 'public');
  return shown.flatMap((one): AffectedComponent[] => {
    const { componentId, name } = one;
    const written = fields[fieldOf.component(audience, componentId)];
    if (written === NOTHING) return [];
    const state = COMPONENT_STATES.find((word) => word === written) ?? standingState(incident, one, phase);
    return state ? [{ componentId, name, state }] : [];
  });
}

/** What the draft says, and where it says nothing, what stands. What the public does not see is left out for it. */
export function choicesOf(choosing: Choosing): UpdateChoices {
  const { audience, fields, incident, promise } = choosing;
  const phase = phaseOf(fields[fieldOf.phase(audience)], audience, incident);
  const title = fields[fieldOf.title(audience)];
  return {
    ...{ phase, components: componentsOf(choosing, phase) },
    title: typeof title === 'string' ? title : (incident.publicTitle ?? ''),
    nextUpdateAt: nextOf(fields[fieldOf.next(audience)], phase, audience === 'team' ? null : promise),
  };
}
