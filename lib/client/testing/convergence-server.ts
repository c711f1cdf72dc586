import type { CommandAnswer, EventRange, RoomSnapshot } from '@/lib/contracts/room';
import type { JoinAnswer, JoinRequest } from '@/lib/contracts/socket';
import type { Person } from '@/lib/core/incident/command';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Reply } from '../http';

export type SentCommand = { id: string; name: string; input: unknown; at: string | null };

/** One incident on a real server, as a convergence run needs it; `person` is an index into `people`. */
export type ConvergenceServer = {
  incidentId: string;
  people: Person[];
  join: (person: number, request: JoinRequest) => Promise<JoinAnswer>;
  events: (person: number, after: number, limit: number) => Promise<Reply<EventRange>>;
  snapshot: (person: number) => Promise<Reply<RoomSnapshot>>;
  execute: (person: number, command: SentCommand) => Promise<Reply<CommandAnswer>>;
  /** What is told after every commit. */
  published: (hear: (events: IncidentEvent[]) => void) => void;
  /** The whole history, past every cache. */
  truth: () => Promise<IncidentEvent[]>;
};

/** Opens an incident for a run; the server's clock is the run's. */
export type OpenServer = (people: number, clock: () => Date) => Promise<ConvergenceServer>;
