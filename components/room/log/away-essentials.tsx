'use client';

import { localOffsetMin } from '@/components/ui/time/local-zone';
import { useZone } from '@/components/ui/time/zone';
import { essentialsOf } from '@/lib/core/method/away';
import { useRoom } from '../room-provider';
import { LineText } from './line-text';

/** How it stands now, in the words of the brief. */
export function AwayEssentials() {
  const drawn = useRoom((view) => view.drawn);
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const zone = useZone();
  const nowMs = Date.now() + offsetMs;
  const offsetMin = zone === 'utc' ? 0 : localOffsetMin(nowMs);
  return (
    <ul
      aria-label="How it stands"
      className="mr-4 flex flex-col gap-0.5 border-t border-line-strong pt-1 pb-1 text-xs text-muted"
    >
      {essentialsOf(drawn, { now: new Date(nowMs).toISOString(), offsetMin }).map((line) => (
        <li key={line} className="line-clamp-2">
          <LineText text={line} lastSeq={drawn.seq} />
        </li>
      ))}
    </ul>
  );
}
