'use client';

import { Tooltip } from '@/components/ui/tooltip';
import { clockSecondsText, offsetText } from '@/components/ui/time/format';
import { useLocalZoneName } from '@/components/ui/time/local-zone';
import { useNow } from '@/components/ui/time/now';
import { toggleZone, useZone } from '@/components/ui/time/zone';

/** The time now in the zone that is shown everywhere; pressing it changes the zone. */
export function TopClock() {
  const nowMs = useNow();
  const zone = useZone();
  const local = useLocalZoneName();
  const now = nowMs === null ? null : new Date(nowMs).toISOString();
  const other = zone === 'utc' ? `Show times in local time${local ? ` (${local})` : ''}` : 'Show times in UTC';
  return (
    <Tooltip text={other} side="bottom">
      <button
        type="button"
        onClick={toggleZone}
        aria-label={`${other}; now ${zone === 'utc' ? 'UTC' : 'local time'}`}
        className="flex h-8 items-baseline gap-1.5 rounded-md px-2 font-mono text-xs leading-8 text-muted hover:bg-hover hover:text-ink max-md:hidden"
      >
        <span suppressHydrationWarning>{now === null ? '--:--:--' : clockSecondsText(now, zone)}</span>
        <span className="min-w-9 text-left text-2xs text-faint">{zone === 'utc' || now === null ? 'UTC' : offsetText(now)}</span>
      </button>
    </Tooltip>
  );
}
