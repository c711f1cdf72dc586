'use client';

import { RoomUiProvider } from '@/components/room/room-context';
import { RoomProvider } from '@/components/room/room-provider';
import type { Colleague } from '@/lib/contracts/people';
import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { EvidencePage } from './evidence-page';
import type { LinesAnswer } from './line-store';

type EvidenceRoomProps = {
  snapshot: RoomSnapshot;
  me: Person;
  directory: Colleague[];
  reference: string;
  firstLines: LinesAnswer | null;
};

/** One evidence of an incident, as live as the room it belongs to. */
export function EvidenceRoom({ snapshot, me, directory, reference, firstLines }: EvidenceRoomProps) {
  return (
    <RoomProvider snapshot={snapshot} me={me} directory={directory}>
      <RoomUiProvider>
        <EvidencePage reference={reference} firstLines={firstLines} />
      </RoomUiProvider>
    </RoomProvider>
  );
}
