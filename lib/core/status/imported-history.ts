import type { Instant } from '@/lib/core/ids';
import type { Phase } from '@/lib/core/incident/state';
import type { ComponentState } from './component-state';
import type { MaintenancePhase } from './maintenance-phase';
import type { Impact } from './public-status';

export type ImportedGroup = { sourceId: string; name: string };

export type ImportedComponent = {
  sourceId: string;
  name: string;
  description: string | null;
  groupSourceId: string | null;
  isPublic: boolean;
  /** How it was when it was exported. */
  state: ComponentState;
};

/** A component, as the other side names it, with its state from a time on. */
export type ImportedState = { componentSourceId: string; state: ComponentState };

export type ImportedUpdate = { sourceId: string; phase: Phase; text: string; at: Instant; states: ImportedState[] };

/** `updates`: oldest first. */
export type ImportedIncident = {
  sourceId: string;
  title: string;
  impact: Impact;
  startedAt: Instant;
  resolvedAt: Instant | null;
  updates: ImportedUpdate[];
};

/** `updates`: oldest first. */
export type ImportedMaintenance = {
  sourceId: string;
  title: string;
  text: string;
  startsAt: Instant;
  endsAt: Instant;
  phase: MaintenancePhase;
  componentSourceIds: string[];
  updates: { sourceId: string; phase: MaintenancePhase; text: string; at: Instant }[];
};

/** A change of a component's state that belongs to no incident. */
export type ImportedChange = ImportedState & { sourceId: string; at: Instant };

/** What another status page tells of itself, in our words. */
export type ImportedHistory = {
  /** Which page it was: ids of two pages may be the same. */
  site: string;
  groups: ImportedGroup[];
  components: ImportedComponent[];
  incidents: ImportedIncident[];
  maintenance: ImportedMaintenance[];
  changes: ImportedChange[];
  /** What could not be used, in words. */
  leftOut: string[];
};
