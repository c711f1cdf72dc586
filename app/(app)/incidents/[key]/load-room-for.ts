import type { Caller } from '@/lib/auth/caller';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { runtime } from '@/lib/runtime';

// The services live in another module graph, where their error class is another one too.
const isNotFound = (error: unknown) =>
  error instanceof Error && error.name === 'ServiceError' && 'code' in error && error.code === 'not_found';

/** The room, or null where there is none that this person may know of. */
export async function loadRoomFor(caller: Caller, key: string): Promise<RoomSnapshot | null> {
  try {
    return await runtime().services.incidents.loadRoom(caller, key);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
