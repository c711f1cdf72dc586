'use client';

import { RoomProvider } from '@/components/room/room-provider';
import type { Colleague } from '@/lib/contracts/people';
import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { BriefPage } from './brief-page';

type BriefRoomProps = { snapshot: RoomSnapshot; me: Person; directory: Colleague[] };

/** The brief of an incident, as live as the room it is made from. */
export function BriefRoom({ snapshot, me, directory }: BriefRoomProps) {
  return (
    <RoomProvider snapshot={snapshot} me={me} directory={directory}>
      <BriefPage />
    </RoomProvider>
  );
}
