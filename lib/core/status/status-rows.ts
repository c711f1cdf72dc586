import type { Instant } from '@/lib/core/ids';
import type { Phase } from '@/lib/core/incident/state';
import type { ComponentState } from './component-state';
import type { MaintenancePhase } from './maintenance-phase';
import type { Impact, MaintenanceUpdate, StatusAudience, StatusGroup, StatusPageFacts } from './public-status';
import type { StateChange } from './state-over-time';

export type UpdateRow = {
  id: string;
  incidentId: string;
  /** Null where it says none: it stays as it was. */
  phase: Phase | null;
  text: string;
  at: Instant;
  editedAt: Instant | null;
  components: { componentId: string | null; name: string; state: ComponentState }[];
  isInternal: boolean;
};

export type MaintenanceRow = {
  id: string;
  title: string;
  text: string;
  startsAt: Instant;
  endsAt: Instant;
  phase: MaintenancePhase;
  componentIds: string[];
  createdAt: Instant;
  updatedAt: Instant;
  updates: MaintenanceUpdate[];
};

/** What the tables of the status page hold for an audience, in no particular order. */
export type StatusRows = {
  audience: StatusAudience;
  page: StatusPageFacts;
  groups: StatusGroup[];
  components: {
    id: string;
    name: string;
    description: string | null;
    groupId: string | null;
    position: number;
    isPublic: boolean;
    createdAt: Instant;
  }[];
  changes: (StateChange & { componentId: string })[];
  incidents: {
    id: string;
    title: string;
    /** Null where its components say it. */
    impact: Impact | null;
    postmortemUrl: string | null;
    /** When it was linked, changed or taken back last. */
    postmortemAt: Instant | null;
  }[];
  updates: UpdateRow[];
  maintenances: MaintenanceRow[];
  notices: { id: string; text: string; at: Instant; endsAt: Instant | null; editedAt: Instant | null }[];
};
