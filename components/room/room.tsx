'use client';

import type { Colleague } from '@/lib/contracts/people';
import type { StatusComponent } from '@/lib/contracts/status';
import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { RoomUiProvider } from './room-context';
import { RoomFrame } from './room-frame';
import { RoomProvider } from './room-provider';

type RoomProps = { snapshot: RoomSnapshot; me: Person; directory: Colleague[]; components: StatusComponent[] };

/** One incident as people see it together. */
export function Room({ snapshot, me, directory, components }: RoomProps) {
  return (
    <RoomProvider snapshot={snapshot} me={me} directory={directory} components={components}>
      <RoomUiProvider>
        <RoomFrame />
      </RoomUiProvider>
    </RoomProvider>
  );
}
