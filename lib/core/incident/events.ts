import type {
  CommandId,
  EvidenceId,
  HypothesisId,
  IncidentId,
  Instant,
  QuestionId,
  TaskId,
  UpdateId,
  UserId,
} from '@/lib/core/ids';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import type {
  Audience,
  BearingValue,
  EvidenceKind,
  EvidenceSource,
  GlobalRole,
  IncidentRole,
  Pattern,
  Phase,
  Severity,
  Status,
  TaskKind,
} from './state';

export type ActorVia = 'web' | 'token' | 'system';

/** Who asks for something. `scope` narrows what a token may do below what its owner may. */
export type Actor = { userId: UserId; name: string; role: GlobalRole; via: ActorVia; scope: 'read' | 'write' };

/** Who did something, as kept with the event. */
export type EventActor = { userId: UserId | null; name: string; via: ActorVia };

/** What each kind of event says. Past tense; a fact, never a wish. */
export type EventData = {
  'incident.declared': {
    key: string;
    title: string;
    summary: string | null;
    severity: Severity;
    services: string[];
    startedAt: Instant;
    detectedAt: Instant | null;
    isPrivate: boolean;
    isPractice: boolean;
  };
  'incident.described': {
    title?: string;
    summary?: string | null;
    services?: string[];
    startedAt?: Instant;
    detectedAt?: Instant | null;
  };
  'incident.severityChanged': { from: Severity; to: Severity; because: string | null };
  'incident.statusChanged': {
    from: Status;
    to: Status;
    because: string | null;
    evidenceId: EvidenceId | null;
    /** References of mitigations and tests still running when it was resolved or closed. */
    running: string[];
  };
  /** `keeps`: who took part so far and is let in by this, the one who does it included. */
  'incident.restricted': { isPrivate: boolean; keeps: { userId: UserId; name: string }[] };
  'incident.accessGranted': { userId: UserId; name: string };
  'incident.accessRevoked': { userId: UserId; name: string };
  'role.assigned': { userId: UserId; name: string; role: IncidentRole };
  'role.released': { userId: UserId; name: string; role: IncidentRole };
  'command.taken': { userId: UserId; name: string; fromId: UserId | null; because: string | null };
  'command.handOverOffered': { toId: UserId; toName: string; note: string };
  'command.accepted': { userId: UserId; name: string; fromId: UserId };
  'log.written': { text: string };
  'log.revised': { entrySeq: number; text: string | null; at: Instant | null };
  'log.pinned': { entrySeq: number; pinned: boolean };
  'log.redacted': { entrySeq: number; because: string };
  'hypothesis.proposed': {
    hypothesisId: HypothesisId;
    ref: string;
    statement: string;
    because: string | null;
    prediction: string | null;
    refutation: string | null;
    pattern: Pattern | null;
    component: string | null;
    parentId: HypothesisId | null;
  };
  'hypothesis.revised': {
    hypothesisId: HypothesisId;
    statement?: string;
    because?: string | null;
    prediction?: string | null;
    refutation?: string | null;
    pattern?: Pattern | null;
    component?: string | null;
    parentId?: HypothesisId | null;
  };
  'hypothesis.assigned': { hypothesisId: HypothesisId; ownerId: UserId | null; ownerName: string | null; testBy: Instant | null };
  'hypothesis.testStarted': { hypothesisId: HypothesisId; ownerId: UserId; ownerName: string; testBy: Instant };
  'hypothesis.confirmed': { hypothesisId: HypothesisId; because: string | null; evidenceIds: EvidenceId[] };
  'hypothesis.rejected': { hypothesisId: HypothesisId; because: string | null; evidenceIds: EvidenceId[] };
  'hypothesis.shelved': { hypothesisId: HypothesisId; because: string };
  'hypothesis.reopened': { hypothesisId: HypothesisId; because: string };
  'cause.declared': { hypothesisId: HypothesisId; why: string };
  'cause.withdrawn': { hypothesisId: HypothesisId; because: string };
  'evidence.added': {
    evidenceId: EvidenceId;
    ref: string;
    kind: EvidenceKind;
    title: string;
    source: EvidenceSource;
    window: { from: Instant; to: Instant } | null;
    contentType: string;
    sizeBytes: number;
    lineCount: number | null;
    preview: string;
    sha256: string;
    maskedCount: number;
  };
  'evidence.retitled': { evidenceId: EvidenceId; title?: string; kind?: EvidenceKind };
  'evidence.weighed': { evidenceId: EvidenceId; hypothesisId: HypothesisId; value: BearingValue; note: string | null };
  'evidence.redacted': { evidenceId: EvidenceId; because: string };
  'task.added': {
    taskId: TaskId;
    ref: string;
    text: string;
    kind: TaskKind;
    ownerId: UserId | null;
    ownerName: string | null;
    dueAt: Instant | null;
    hypothesisId: HypothesisId | null;
  };
  'task.assigned': { taskId: TaskId; ownerId: UserId | null; ownerName: string | null; dueAt: Instant | null };
  'task.finished': { taskId: TaskId; outcome: string | null };
  'task.dropped': { taskId: TaskId; because: string };
  'update.posted': {
    updateId: UpdateId;
    ref: string;
    audience: Audience;
    phase: Phase | null;
    text: string;
    /** The public title from here on; null leaves it as it is. */
    title: string | null;
    components: AffectedComponent[];
    nextUpdateAt: Instant | null;
  };
  'update.corrected': {
    updateId: UpdateId;
    text?: string;
    at?: Instant;
    components?: AffectedComponent[];
    because: string | null;
  };
  'update.redacted': { updateId: UpdateId; because: string };
  'update.promised': { audience: Audience; nextUpdateAt: Instant | null };
  'update.snoozed': { from: Instant; to: Instant; because: string };
  /** Null: the link was taken back. */
  'postmortem.published': { url: string | null };
  'question.asked': { questionId: QuestionId; ref: string; text: string };
  'question.answered': { questionId: QuestionId; text: string };
  'shift.started': { userId: UserId; name: string };
  'shift.ended': { userId: UserId; name: string; note: string | null };
};

export type EventType = keyof EventData;

/** What `decide` answers with: the fact alone. `at` is given where it differs from the command's own time. */
export type Fact = { [T in EventType]: { type: T; data: EventData[T]; at?: Instant } }[EventType];
export type FactOf<T extends EventType> = Extract<Fact, { type: T }>;

type Envelope = {
  incidentId: IncidentId;
  /** 1, 2, 3 ... without gaps; commit order. */
  seq: number;
  id: string;
  /** When it happened. */
  at: Instant;
  /** The offset from UTC that `at` came in with, in minutes. */
  offsetMin: number;
  /** When the server took it. */
  recordedAt: Instant;
  actor: EventActor;
  commandId: CommandId;
  /** SHA-256 over the event before and this one; null while only drawn here. */
  hash: string | null;
};

/** A fact with its place in the incident. A redacted one keeps its place and loses its words. */
export type IncidentEvent = { [T in EventType]: Envelope & { type: T; data: EventData[T]; redacted?: true } }[EventType];
export type EventOf<T extends EventType> = Extract<IncidentEvent, { type: T }>;
