'use client';

import clsx from 'clsx';
import { ClockAlert, Megaphone, Timer } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { clockText, countdownText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { useZone } from '@/components/ui/time/zone';
import { Tooltip } from '@/components/ui/tooltip';
import { actorOf, outside } from '@/lib/client/offers';
import { mustSpeak } from '@/lib/core/incident/permissions';
import { promiseKeepers } from '@/lib/core/method/promise-keepers';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { AUDIENCE_IN_TEXT } from './words';

/** What is left of the promise in ms, below zero once it is overdue; null where nothing is promised. */
function useLeftMs(): number | null {
  const to = useRoom((view) => (view.drawn.status === 'closed' ? null : view.drawn.nextUpdateAt));
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  return to === null || nowMs === null ? null : Date.parse(to) - nowMs;
}

/** Opens the form of an update, for whoever takes part here. */
export function UpdateButton({ className }: { className?: string }) {
  const ui = useRoomUiStore();
  const canPost = useRoom((view) => outside(view) === null);
  if (!canPost) return null;
  return (
    <Button
      size="sm"
      icon={<Megaphone aria-hidden />}
      className={clsx('max-md:border-transparent max-md:px-2.5!', className)}
      onClick={() => ui.getState().open({ name: 'update', audience: null })}
    >
      <span className="max-md:sr-only">Update</span>
    </Button>
  );
}

/** When the next update comes, for everybody. */
export function PromiseClock() {
  const leftMs = useLeftMs();
  const zone = useZone();
  const to = useRoom((view) => view.drawn.nextUpdateAt);
  const audience = useRoom((view) => view.drawn.promise?.audience ?? 'stakeholders');
  if (leftMs === null || to === null) return null;
  const isOver = leftMs < 0;
  const Icon = isOver ? ClockAlert : Timer;
  return (
    <Tooltip text={`Promised to ${AUDIENCE_IN_TEXT[audience]} by ${clockText(to, zone)} ${zone === 'utc' ? 'UTC' : 'local'}`}>
      <span
        tabIndex={0}
        role="timer"
        aria-live="off"
        className={clsx(
          'inline-flex h-6 items-center justify-end gap-1 rounded-sm text-xs whitespace-nowrap tabular-nums',
          isOver ? 'bg-danger-soft px-1.5 font-medium text-danger-ink max-md:ml-1' : 'text-muted',
        )}
      >
        <Icon aria-hidden className="size-3.5 shrink-0" />
        <span className={isOver ? '' : 'max-md:sr-only'}>
          {isOver ? (
            <>
              <span className="max-md:sr-only">update </span>overdue
            </>
          ) : (
            'next update in'
          )}
        </span>
        <span className="min-w-9 text-right font-mono">{countdownText(leftMs)}</span>
      </span>
    </Tooltip>
  );
}

/** Reminds whoever sees to the updates that a promised one did not come. */
export function OverdueNudge() {
  const ui = useRoomUiStore();
  const leftMs = useLeftMs();
  const audience = useRoom((view) => view.drawn.promise?.audience ?? 'stakeholders');
  const isAsked = useRoom((view) => {
    const keepers = promiseKeepers(view.drawn);
    const isKeeper = keepers.length === 0 || keepers.includes(view.me.userId);
    return isKeeper && mustSpeak(view.drawn, actorOf(view.me)) === null;
  });
  if (leftMs === null || leftMs >= 0 || !isAsked) return null;
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-danger-ink/30 bg-danger-soft px-3 py-1.5 text-sm print:hidden"
    >
      <ClockAlert aria-hidden className="size-4 shrink-0 text-danger-ink" />
      <span className="min-w-0 flex-1">
        The update promised to {AUDIENCE_IN_TEXT[audience]} is overdue.
        <span className="max-md:hidden"> They wait for a word from you.</span>
      </span>
      <span className="flex gap-2">
        <Button size="sm" onClick={() => ui.getState().open({ name: 'promise' })}>
          Later
        </Button>
        <Button size="sm" variant="primary" onClick={() => ui.getState().open({ name: 'update', audience })}>
          Post update
        </Button>
      </span>
    </div>
  );
}
