import type { PersonHere } from '@/lib/contracts/room';
import type { SeenPerson } from './bus';

/** How many people are named in a message; with more, the number is given. */
export const NAMED_MAX = 100;

// A process that says nothing for this long is gone, and its people with it.
const REMOTE_TTL_MS = 25_000;

/** Everybody once: of somebody's several tabs the one that did something last counts. In order of arrival. */
function onePerPerson(seen: Iterable<SeenPerson>): PersonHere[] {
  const byUser = new Map<string, SeenPerson>();
  for (const person of seen) {
    const known = byUser.get(person.userId);
    if (!known || known.seenAtMs <= person.seenAtMs) byUser.set(person.userId, person);
  }
  return [...byUser.values()].map(({ seenAtMs: _seenAtMs, ...person }) => person);
}

/** Who is in one room, here and in other processes. In memory only. [S6] */
export function createPresence() {
  const local = new Map<string, SeenPerson>();
  const remote = new Map<string, { people: SeenPerson[]; heardAtMs: number }>();

  return {
    set: (socketId: string, person: SeenPerson) => void local.set(socketId, person),
    get: (socketId: string) => local.get(socketId) ?? null,
    remove: (socketId: string) => local.delete(socketId),
    local: (): SeenPerson[] => [...local.values()],
    hear: (node: string, people: SeenPerson[], nowMs: number) => void remote.set(node, { people, heardAtMs: nowMs }),
    people(nowMs: number): PersonHere[] {
      for (const [node, { heardAtMs }] of remote) if (nowMs - heardAtMs > REMOTE_TTL_MS) remote.delete(node);
      return onePerPerson([...local.values(), ...[...remote.values()].flatMap(({ people }) => people)]);
    },
  };
}

export type Presence = ReturnType<typeof createPresence>;
