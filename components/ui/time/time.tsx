'use client';

import clsx from 'clsx';
import { Tooltip } from '../tooltip';
import {
  clockSecondsText,
  clockText,
  dayText,
  fullText,
  offsetText,
  relativeText,
  sinceText,
  stopwatchText,
  type Zone,
} from './format';
import { useLocalZoneName } from './local-zone';
import { useNow } from './now';
import { useZone } from './zone';

export type TimeShape = 'clock' | 'seconds' | 'day' | 'day-clock' | 'relative';

type TimeProps = {
  at: string;
  shape?: TimeShape;
  /** When the impact began: said on hover; shown instead of the clock with `counts`. */
  since?: string;
  counts?: boolean;
  className?: string;
};

const shortDay = (at: string, zone: Zone) => dayText(at, zone).split(' ').slice(1, 3).join(' ');

function textOf(at: string, shape: Exclude<TimeShape, 'relative'>, zone: Zone): string {
  if (shape === 'clock') return clockText(at, zone);
  if (shape === 'seconds') return clockSecondsText(at, zone);
  return shape === 'day' ? dayText(at, zone) : `${shortDay(at, zone)} ${clockText(at, zone)}`;
}

/** An instant in the zone that is shown; on hover in both zones and relative to now. */
export function Time({ at, shape = 'day-clock', since, counts, className }: TimeProps) {
  const zone = useZone();
  return (
    <Tooltip text={() => <BothZones at={at} since={since} />}>
      <time dateTime={at} className={clsx('whitespace-nowrap tabular-nums', className)}>
        {since && counts ? sinceText(at, since) : shape === 'relative' ? <Relative at={at} /> : textOf(at, shape, zone)}
      </time>
    </Tooltip>
  );
}

function sinceStart(at: string, since: string): string {
  const text = stopwatchText(Date.parse(at) - Date.parse(since));
  return text.startsWith('-') ? `${text} before the impact` : `+${text} since the start of impact`;
}

function Relative({ at }: { at: string }) {
  const nowMs = useNow(10_000);
  return nowMs === null ? '…' : relativeText(at, Math.max(nowMs, Date.parse(at)));
}

function BothZones({ at, since }: Pick<TimeProps, 'at' | 'since'>) {
  const local = useLocalZoneName();
  return (
    <span className="grid grid-cols-[auto_auto] gap-x-2 font-mono whitespace-nowrap">
      <span className="text-muted">UTC</span>
      {fullText(at, 'utc')}
      <span className="text-muted">{offsetText(at)}</span>
      {fullText(at, 'local')}
      {since && (
        <>
          <span className="text-muted">T</span>
          {sinceStart(at, since)}
        </>
      )}
      <span className="col-span-2 font-sans text-muted">
        <Relative at={at} />
        {local && ` · local is ${local}`}
      </span>
    </span>
  );
}
