'use client';

import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { RoomUiProvider } from './room-context';
import { RoomFrame } from './room-frame';
import { RoomProvider } from './room-provider';

type RoomProps = { snapshot: RoomSnapshot; me: Person; directory: Person[] };

/** One incident as people see it together. */
export function Room({ snapshot, me, directory }: RoomProps) {
  return (
    <RoomProvider snapshot={snapshot} me={me} directory={directory}>
      <RoomUiProvider>
        <RoomFrame />
      </RoomUiProvider>
    </RoomProvider>
  );
}
