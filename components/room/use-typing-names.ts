'use client';

import { useRoom } from './room-provider';

/** `Ana and Bo are writing …`, or nothing. `where` is `log` or the id of a hypothesis. */
export function useTypingNames(where: string): string {
  return useRoom(({ people, me }) => {
    const names = people.filter((one) => one.typing === where && one.userId !== me.userId).map(({ name }) => name);
    if (names.length === 0) return '';
    if (names.length === 1) return `${names[0]} is writing …`;
    return names.length === 2 ? `${names[0]} and ${names[1]} are writing …` : `${names.length} people are writing …`;
  });
}
