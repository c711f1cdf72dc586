'use client';

import clsx from 'clsx';
import { Clock } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { useRoom } from '@/components/room/room-provider';
import { Countdown } from '@/components/ui/time/elapsed';
import { useNow } from '@/components/ui/time/now';
import { Time } from '@/components/ui/time/time';
import type { Brief } from '@/lib/core/method/brief';
import { isOverdue, TO_AUDIENCE } from '@/lib/core/method/brief-words';
import { BriefSection } from './brief-section';

/** When one hears next, and from whom. */
export function NextUpdate({ brief: { next, commander, comms } }: { brief: Brief }) {
  return (
    <BriefSection title="When you hear next" className="max-lg:not-print:-order-1">
      {next ? <Promise next={next} /> : <p className="text-muted">No next update is promised.</p>}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Person word="Commands" name={commander} />
        {comms.shown.length > 0 && (
          <div className="flex items-center gap-2">
            <dt className="text-muted">Speaks</dt>
            <dd>
              {comms.shown.join(', ')}
              {comms.more > 0 && ` and ${comms.more} more`}
            </dd>
          </div>
        )}
      </dl>
    </BriefSection>
  );
}

function Promise({ next }: { next: NonNullable<Brief['next']> }) {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  const isLate = nowMs !== null && isOverdue(next, new Date(nowMs).toISOString());
  return (
    <div
      className={clsx(
        'flex items-start gap-2 rounded-lg px-3 py-2 print:bg-transparent print:p-0',
        isLate ? 'bg-danger-soft' : 'bg-accent-soft',
      )}
    >
      <Clock aria-hidden className={clsx('mt-1 size-4 shrink-0', isLate ? 'text-danger-ink' : 'text-accent-ink')} />
      <div>
        <p className="text-lg font-semibold print:text-base">
          <Countdown to={next.at} offsetMs={offsetMs} words={['in', 'Overdue for']} className="print:hidden [&>svg]:hidden" />
          <span className="hidden print:inline">
            {isLate ? 'Overdue: promised for ' : 'by '}
            <Time at={next.at} />
          </span>
        </p>
        <p className="text-sm text-muted print:hidden">
          {isLate ? 'promised' : 'an update'}
          {next.audience && ` to ${TO_AUDIENCE[next.audience]}`} {isLate ? 'for' : 'by'} <Time at={next.at} />
        </p>
      </div>
    </div>
  );
}

function Person({ word, name }: { word: string; name: string | null }) {
  const id = useRoom((view) => view.drawn.commanderId);
  return (
    <div className="flex items-center gap-2">
      <dt className="text-muted">{word}</dt>
      <dd className="flex items-center gap-1.5">
        {name && id && <Avatar name={name} seed={id} size="xs" />}
        {name ?? 'nobody yet'}
      </dd>
    </div>
  );
}
