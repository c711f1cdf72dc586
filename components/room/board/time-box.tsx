'use client';

import clsx from 'clsx';
import { Hourglass, TimerOff } from 'lucide-react';
import { clockText, leftText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { useZone } from '@/components/ui/time/zone';
import { Tooltip } from '@/components/ui/tooltip';
import { useRoom } from '../room-provider';

const SOON_MS = 2 * 60_000;

/** What is left of the time-box of a test; past its end it is stale, for everybody. */
export function TimeBox({ until }: { until: string }) {
  const zone = useZone();
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  const leftMs = nowMs === null ? null : Date.parse(until) - nowMs;
  const isStale = leftMs !== null && leftMs < 0;
  const Icon = isStale ? TimerOff : Hourglass;
  return (
    <Tooltip
      text={isStale ? 'Past its time-box: confirm, reject, shelve, or give it more time.' : `Until ${clockText(until, zone)}`}
    >
      <span
        className={clsx(
          'inline-flex h-5 min-w-22 shrink-0 items-center justify-end gap-1 rounded-sm text-xs whitespace-nowrap',
          isStale
            ? 'bg-warn-soft px-1.5 font-medium text-warn-ink'
            : leftMs !== null && leftMs < SOON_MS
              ? 'text-warn-ink'
              : 'text-muted',
        )}
      >
        <Icon aria-hidden className="size-3" />
        {isStale && 'Stale · '}
        {nowMs === null ? '…' : leftText(until, nowMs)}
      </span>
    </Tooltip>
  );
}
