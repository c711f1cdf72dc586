import type { EvidenceId, HypothesisId, IncidentId, Instant, QuestionId, TaskId, UpdateId, UserId } from '@/lib/core/ids';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import type { Act } from './act';
import type { Ledger } from './ledger';

export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
/** Whether it is over: resolved, and perhaps closed since. */
export const isOver = (status: Status): boolean => status === 'resolved' || status === 'closed';

/** What a person may do everywhere: viewers read, responders work, admins also manage people. */
export const GLOBAL_ROLES = ['viewer', 'responder', 'admin'] as const;
export type GlobalRole = (typeof GLOBAL_ROLES)[number];

/** What a person does in one incident. `commander` is held by one person at a time. */
export const INCIDENT_ROLES = ['commander', 'deputy', 'scribe', 'comms', 'responder', 'observer'] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

export const HYPOTHESIS_STATES = ['open', 'testing', 'confirmed', 'rejected', 'shelved'] as const;
export type HypothesisState = (typeof HYPOTHESIS_STATES)[number];

/** The five patterns that come back; `other` where none fits. */
export const PATTERNS = ['deploy', 'exhaustion', 'dependency', 'data', 'thundering-herd', 'other'] as const;
export type Pattern = (typeof PATTERNS)[number];

export const EVIDENCE_KINDS = [
  'log',
  'metric',
  'trace',
  'query',
  'command',
  'change',
  'alert',
  'external',
  'image',
  'note',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const TASK_KINDS = ['mitigation', 'investigation', 'communication', 'follow-up'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export type TaskState = 'open' | 'done' | 'dropped';

/** Whom an update is for. Only `public` ones ever reach the status page. */
export const AUDIENCES = ['team', 'stakeholders', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is said outside; the internal status is another thing, and neither follows the other. */
export const PHASES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type Phase = (typeof PHASES)[number];

/** -2 rules it out, -1 speaks against, 0 says nothing either way, 1 supports, 2 strongly supports. */
export const BEARING_VALUES = [-2, -1, 0, 1, 2] as const;
export type BearingValue = (typeof BEARING_VALUES)[number];

/** A bearing as people write it. */
export const BEARING_MARKS: Record<BearingValue, string> = { [-2]: '--', [-1]: '-', 0: '=', 1: '+', 2: '++' };

export type Verdict = Act & { because: string | null; evidenceIds: EvidenceId[] };

export type Hypothesis = {
  id: HypothesisId;
  ref: string;
  statement: string;
  because: string | null;
  prediction: string | null;
  refutation: string | null;
  pattern: Pattern | null;
  component: string | null;
  parentId: HypothesisId | null;
  state: HypothesisState;
  ownerId: UserId | null;
  ownerName: string | null;
  /** The end of the time-box of the running test. */
  testBy: Instant | null;
  testStartedAt: Instant | null;
  verdict: Verdict | null;
  stateSetBy: Act;
  proposedBy: Act;
};

export type EvidenceSource = { command: string | null; host: string | null; url: string | null; query: string | null };

export type Evidence = {
  id: EvidenceId;
  ref: string;
  kind: EvidenceKind;
  title: string;
  source: EvidenceSource;
  window: { from: Instant; to: Instant } | null;
  contentType: string;
  sizeBytes: number;
  lineCount: number | null;
  /** The first lines of the body, at most 600 characters; the body is fetched on demand. */
  preview: string;
  /** SHA-256 of the stored body, hexadecimal. */
  sha256: string;
  /** How many secrets were masked before the body was stored. */
  maskedCount: number;
  attachedBy: Act;
  redacted: (Act & { because: string }) | null;
};

export type Bearing = { evidenceId: EvidenceId; hypothesisId: HypothesisId; value: BearingValue; note: string | null; by: Act };

export type Task = {
  id: TaskId;
  ref: string;
  text: string;
  kind: TaskKind;
  ownerId: UserId | null;
  ownerName: string | null;
  dueAt: Instant | null;
  state: TaskState;
  stateSetBy: Act;
  outcome: string | null;
  hypothesisId: HypothesisId | null;
  addedBy: Act;
};

/** Something said to people outside of the room. A redacted one keeps its place and loses its words. */
export type Update = {
  id: UpdateId;
  ref: string;
  audience: Audience;
  phase: Phase | null;
  text: string;
  components: AffectedComponent[];
  nextUpdateAt: Instant | null;
  postedBy: Act;
  /** What it said before each correction, oldest first. */
  corrections: (Act & { text: string; because: string | null })[];
  redacted: (Act & { because: string }) | null;
};

/** Asked by whoever reads along, answered once for all. */
export type Question = { id: QuestionId; ref: string; text: string; askedBy: Act; answer: (Act & { text: string }) | null };

/** Who gave the promise of the next update, and to whom. */
export type UpdatePromise = Act & { audience: Audience };

/** Since when somebody is at it; `offAt` once they went off. */
export type Shift = { since: Instant; offAt: Instant | null };

export type HandOver = { fromId: UserId; toId: UserId; toName: string; note: string; at: Instant };

/** What the events of one incident add up to. Never changed in place. */
export type IncidentState = {
  id: IncidentId;
  key: string;
  title: string;
  summary: string | null;
  severity: Severity;
  status: Status;
  services: string[];
  /** Start of impact; T+ counts from here. */
  startedAt: Instant;
  detectedAt: Instant | null;
  declaredAt: Instant;
  declaredBy: Act;
  mitigatedAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  isPrivate: boolean;
  /** Played from a recording to look around in; kept out of lists and figures. */
  isPractice: boolean;
  commanderId: UserId | null;
  handOver: HandOver | null;
  roles: Record<UserId, IncidentRole[]>;
  /** Who may see it while it is private: whoever was let in or got a role, until access is withdrawn. */
  access: Record<UserId, true>;
  /** Whose access was withdrawn: taking part earlier does not let them in again. */
  withdrawn: Record<UserId, true>;
  /** Names of everybody who appears here, as last seen. */
  people: Record<UserId, string>;
  severitySetBy: Act;
  statusSetBy: Act;
  commanderSetBy: Act | null;
  nextUpdateAt: Instant | null;
  promise: UpdatePromise | null;
  /** What the public reads as the title; the room's own title stays inside. Null while nothing was published. */
  publicTitle: string | null;
  /** The phase of the latest public update. */
  publicPhase: Phase | null;
  /** Where the public reads what happened; null while nothing is linked, or taken back. */
  postmortemUrl: string | null;
  /** Who linked it, or took it back, last. */
  postmortemSetBy: Act | null;
  rootCause: (Act & { hypothesisId: HypothesisId; why: string }) | null;
  hypotheses: Record<HypothesisId, Hypothesis>;
  evidence: Record<EvidenceId, Evidence>;
  /** Keyed by `evidenceId:hypothesisId`. */
  bearings: Record<string, Bearing>;
  tasks: Record<TaskId, Task>;
  updates: Record<UpdateId, Update>;
  questions: Record<QuestionId, Question>;
  shifts: Record<UserId, Shift>;
  entries: Ledger;
  /** The last number given out per kind of reference: H3, E12, T2, U4, Q1. */
  counters: { H: number; E: number; T: number; U: number; Q: number };
  seq: number;
  lastEventAt: Instant;
};

export const bearingKey = (evidenceId: EvidenceId, hypothesisId: HypothesisId) => `${evidenceId}:${hypothesisId}`;
