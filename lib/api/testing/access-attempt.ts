import type { Room } from './access-actors';
import type { RowName } from './access-table';
import type { ApiOver } from './api-over';

type Params = Record<string, string>;
type Sent = { body?: unknown; raw?: BodyInit; headers?: Record<string, string> };

/** One way to use a route, with input that would be taken from somebody who may. */
export type Attempt = {
  /** As declared: the command's name, or `get /api/v1/me`; several attempts may share one. */
  route: string;
  as?: string;
  row: RowName;
  /** What must be there first; answers the parts of the address. */
  ready?: (api: ApiOver, room: Room) => Promise<Params>;
  send?: (room: Room, params: Params) => Sent;
  query?: string;
  /** Changes who the actor is: what follows needs a fresh one. */
  upsets?: true;
  /** For lists: whether the answer tells of the incident. */
  isSeen?: (answer: string, room: Room) => boolean;
};
