import type { IncidentEvent } from '@/lib/core/incident/events';
import type { ProblemCode } from './problem';
import type { PersonHere, RoomSnapshot } from './room';

/** `incident` is a key (INC-7) or an id; `after` is the seq that the client has, 0 for none. */
export type JoinRequest = { incident: string; after: number; epoch?: string };

export type JoinAnswer =
  | { ok: true; head: number; epoch: string; now: string; events: IncidentEvent[] }
  | { ok: true; head: number; epoch: string; now: string; snapshot: RoomSnapshot }
  | { ok: false; code: ProblemCode; message: string };

export type PresenceUpdate = { incident: string; focus: string | null; typing: string | null };

export type DraftRefusal = { ok: false; code: ProblemCode; message: string };

/** `document`: the shared document of the draft, a binary update of Yjs in base64. */
export type DraftAnswer = { ok: true; document: string } | DraftRefusal;

export type ClientToServer = {
  'room:join': (request: JoinRequest, answer: (answer: JoinAnswer) => void) => void;
  'room:leave': (request: { incident: string }) => void;
  'presence:update': (update: PresenceUpdate) => void;
  /** Sits down to the draft of an update that people of the incident write together: changes of others come from then on. */
  'draft:open': (request: { incident: string }, answer: (answer: DraftAnswer) => void) => void;
  /** `update` is a binary update of Yjs in base64; answered when it is stored. */
  'draft:change': (request: { incident: string; update: string }, answer: (answer: { ok: true } | DraftRefusal) => void) => void;
  /** By the id of the incident. */
  'draft:leave': (request: { incident: string }) => void;
};

export type ServerToClient = {
  /** In seq order. `incident` is the incident's id in every message from the server. */
  'room:events': (message: { incident: string; events: IncidentEvent[] }) => void;
  'room:head': (message: { incident: string; seq: number; epoch: string; now: string }) => void;
  /** The room is no longer for this person; nothing more comes from it. */
  'room:closed': (message: { incident: string; code: ProblemCode; message: string }) => void;
  /** Everybody who is here; in a crowd at most 100 of them, and `total` says how many there are. */
  'presence:changed': (message: { incident: string; people: PersonHere[]; total: number }) => void;
  /** Somebody changed the draft, or posted it. */
  'draft:changed': (message: { incident: string; update: string }) => void;
  /** Something changed in the notices of the person whose socket this is: read them again. */
  'notices:changed': () => void;
  /** The server goes down in an orderly way; come back after this many milliseconds. */
  'server:draining': (message: { retryAfterMs: number }) => void;
};
