import type { Colleague } from '@/lib/contracts/people';
import type { Problem, ProblemCode } from '@/lib/contracts/problem';
import type { PersonHere } from '@/lib/contracts/room';
import type { StatusComponent } from '@/lib/contracts/status';
import type { Person, Refusal } from '@/lib/core/incident/command';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import type { Instant } from '@/lib/core/ids';

export type OutboxItem = {
  id: string;
  name: string;
  input: unknown;
  writtenAt: Instant;
  /** `attention`: the server refused it; edit, retry or discard. */
  state: 'waiting' | 'sending' | 'attention';
  /** Why it needs attention, or what stands against it by what is known here. */
  reason: string | null;
  problem: Problem | Refusal | null;
  attachmentSizeBytes: number | null;
};

export type Network = 'connected' | 'reconnecting' | 'offline';

/** What a room looks like from here. */
export type RoomView = {
  confirmed: IncidentState;
  /** Confirmed, with what is pending on top: draw this. */
  drawn: IncidentState;
  /** Confirmed events, a window without gaps up to the last, in seq order. */
  events: IncidentEvent[];
  /** Drawn ahead, without a hash. */
  pendingEvents: IncidentEvent[];
  outbox: OutboxItem[];
  /** False where this device keeps nothing: what is unsent is lost with the window. */
  isOutboxKept: boolean;
  /** Why nothing is sent just now although there is a network, or null. */
  outboxPause: string | null;
  network: Network;
  closed: { code: ProblemCode; message: string } | null;
  people: PersonHere[];
  /** How many are here; more than `people` in a crowded room. */
  peopleCount: number;
  hasEarlier: boolean;
  loadingEarlier: boolean;
  /** Server's time minus the time of this device. */
  clockOffsetMs: number;
  me: Person;
  directory: Colleague[];
  /** What updates can name. */
  components: StatusComponent[];
};
