import type { PersonHere } from '@/lib/contracts/room';
import type { IncidentEvent } from '@/lib/core/incident/events';

/** Somebody in a room, with the time (ms) at which they last did something there. */
export type SeenPerson = PersonHere & { seenAtMs: number };

/** `node` is the process that says it. */
export type BusMessage =
  | { kind: 'events'; node: string; incidentId: string; events: IncidentEvent[] }
  | { kind: 'presence'; node: string; incidentId: string; people: SeenPerson[] }
  | { kind: 'presenceWanted'; node: string; incidentId: string }
  /** A change of a draft in base64, or what was posted of it. */
  | { kind: 'draft'; node: string; incidentId: string; update: string }
  /** Whose notices changed. */
  | { kind: 'noticed'; node: string; userIds: string[] };

/**
 * Carries hints between processes. Whatever is lost here is found again by comparing heads with the database, so
 * `publish` neither waits nor fails. [S3]
 */
export type Bus = {
  publish: (message: BusMessage) => void;
  /** Answers with a function that ends the subscription. */
  subscribe: (hear: (message: BusMessage) => void) => () => void;
  close: () => Promise<void>;
};
