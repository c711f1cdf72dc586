'use client';

import { useNow } from '@/components/ui/time/now';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';

/** Whether the time-box of this test ran out, by the server's clock. */
export function useIsTimeUp({ state, testBy }: Pick<Hypothesis, 'state' | 'testBy'>): boolean {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  return state === 'testing' && testBy !== null && nowMs !== null && Date.parse(testBy) <= nowMs;
}

/** Asks whoever tests it what is to become of it. */
export function TimeIsUp({ hypothesis: { ownerId, ownerName } }: { hypothesis: Hypothesis }) {
  const isMine = useRoom((view) => view.me.userId === ownerId);
  return (
    <span role={isMine ? 'status' : undefined} className="pr-1 pl-2 text-xs font-medium text-warn-ink">
      {isMine ? 'Your time is up. What did you find?' : `Time is up${ownerName ? ` for ${ownerName}` : ''}.`}
    </span>
  );
}
