import type { MaintenancePhase } from './maintenance-phase';
import type { Instant } from '@/lib/core/ids';
import type { Phase } from '@/lib/core/incident/state';
import type { ComponentState } from './component-state';
import type { DayBar } from './day-bars';

/** `internal`: what signed-in staff sees besides. */
export type StatusAudience = 'public' | 'internal';

/** How bad it is, in the words that Statuspage readers know. */
export const IMPACTS = ['none', 'maintenance', 'minor', 'major', 'critical'] as const;
export type Impact = (typeof IMPACTS)[number];

/** What the page says of itself. */
export type StatusPageFacts = {
  name: string;
  about: string;
  /** The product that the page is about. */
  url: string | null;
  timeZone: string;
  visibility: 'public' | 'private';
  supportUrl: string | null;
};

export type StatusGroup = { id: string; name: string; position: number; createdAt: Instant };

export type PublicComponent = {
  id: string;
  name: string;
  description: string | null;
  groupId: string | null;
  position: number;
  isPublic: boolean;
  createdAt: Instant;
  /** Of its latest change, or its creation. */
  changedAt: Instant;
  /** Right now, maintenance that is under way included. */
  state: ComponentState;
  /** Ninety days, the oldest first. */
  days: DayBar[];
  /** Over the complete days, 0..1; null where there is none yet. */
  upShare: number | null;
};

export type AffectedState = { componentId: string | null; name: string; from: ComponentState; state: ComponentState };

export type PublicUpdate = {
  id: string;
  phase: Phase;
  text: string;
  at: Instant;
  editedAt: Instant | null;
  components: AffectedState[];
  /** Told to stakeholders, not to the public; only in the internal variant. */
  isInternal: boolean;
};

export type PublicIncident = {
  id: string;
  title: string;
  impact: Impact;
  phase: Phase;
  startedAt: Instant;
  resolvedAt: Instant | null;
  changedAt: Instant;
  /** The newest first; never empty. */
  updates: PublicUpdate[];
  /** Each component that it named, in the state that it named last. */
  components: AffectedState[];
  postmortem: { url: string; at: Instant } | null;
};

export type MaintenanceUpdate = { id: string; phase: MaintenancePhase; text: string; at: Instant; editedAt: Instant | null };

export type PublicMaintenance = {
  id: string;
  title: string;
  text: string;
  startsAt: Instant;
  endsAt: Instant;
  phase: MaintenancePhase;
  createdAt: Instant;
  changedAt: Instant;
  components: { id: string; name: string }[];
  /** The newest first. */
  updates: MaintenanceUpdate[];
};

export type PublicNotice = { id: string; text: string; at: Instant; editedAt: Instant | null };

/** Everything that the status page says, and nothing that it does not say. */
export type PublicStatus = {
  audience: StatusAudience;
  page: StatusPageFacts;
  /** When it is all this. */
  at: Instant;
  /** When something of it changed last. */
  changedAt: Instant;
  /** When the clock alone changes something of it. */
  nextChangeAt: Instant;
  indicator: Impact;
  sentence: string;
  /** In the order of the page, each with at least one component. */
  groups: StatusGroup[];
  components: PublicComponent[];
  /** The latest first. */
  incidents: PublicIncident[];
  /** Those to come first, then what is over, the latest first. */
  maintenances: PublicMaintenance[];
  notices: PublicNotice[];
};

export const isRunning = ({ phase }: PublicIncident): boolean => phase !== 'resolved';
