'use client';

import { useMemo } from 'react';
import { ClosedRoom } from '@/components/room/later';
import { useRoom } from '@/components/room/room-provider';
import { fullText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { useZone } from '@/components/ui/time/zone';
import { makeBrief } from '@/lib/core/method/brief';
import './brief.css';
import { BriefHeader } from './brief-header';
import { BriefKeys } from './brief-keys';
import { Doing } from './doing';
import { Known, RuledOut } from './findings';
import { NextUpdate } from './next-update';
import { Questions } from './questions';
import { Updates } from './updates';

/** One incident on one screen, for somebody who has thirty seconds. */
export function BriefPage() {
  const closed = useRoom((view) => view.closed);
  const incident = useRoom((view) => view.drawn);
  const brief = useMemo(() => makeBrief(incident), [incident]);
  if (closed) return <ClosedRoom closed={closed} />;
  return (
    <div className="brief-sheet mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-5 sm:px-6 lg:gap-6 lg:py-7 print:max-w-none print:gap-3 print:p-0">
      <BriefHeader brief={brief} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1.65fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] print:gap-x-6">
        <div className="flex min-w-0 flex-col gap-5 max-lg:not-print:contents print:gap-3">
          <Known brief={brief} />
          <RuledOut brief={brief} />
          <Doing brief={brief} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 max-lg:not-print:contents print:gap-3">
          <NextUpdate brief={brief} />
          <Updates brief={brief} />
          <Questions />
        </div>
      </div>
      <AsOf />
      <BriefKeys />
    </div>
  );
}

/** On paper: how old it is, and in which zone its times are. */
function AsOf() {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  const zone = useZone();
  if (nowMs === null) return null;
  return (
    <p className="hidden text-xs text-muted print:block">
      As of {fullText(new Date(nowMs).toISOString(), zone)}. Times are {zone === 'utc' ? 'UTC' : 'local'}.
    </p>
  );
}
