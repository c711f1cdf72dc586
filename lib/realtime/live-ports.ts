import type { EventRange, RoomSnapshot } from '@/lib/contracts/room';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Caller } from '@/lib/auth/caller';

/** Where an incident stands, and who may see it. */
export type RoomHead = { incidentId: string; seq: number; isPrivate: boolean; audience: string[] };

/** How a socket showed who it is; a token is kept as given, since only its hash is stored. */
export type Identity = { kind: 'session'; sessionId: string } | { kind: 'token'; token: string };

/** What the live server reads; each is one query, and those of one tick share it. Nothing is written from here. */
export type LiveReads = {
  /** Throws ServiceError not_found where this person may not know of it. */
  find: (caller: Caller, incident: string) => Promise<{ incidentId: string; seq: number }>;
  readEvents: (caller: Caller, incident: string, range: { after: number; limit: number }) => Promise<EventRange>;
  loadRoom: (caller: Caller, incident: string) => Promise<RoomSnapshot>;
  heads: (incidentIds: string[]) => Promise<RoomHead[]>;
  /** The events of these seqs, both included, for everybody in the room. */
  range: (incidentId: string, first: number, last: number) => Promise<IncidentEvent[]>;
  /** Who holds this session or token now; null when it ended. Questions of one tick share a query. */
  present: (identity: Identity) => Promise<Caller | null>;
};

export type LiveLog = {
  warn: (details: object, message: string) => void;
  error: (details: object, message: string) => void;
};
