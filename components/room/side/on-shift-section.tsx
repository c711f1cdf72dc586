'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { spanText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { Time } from '@/components/ui/time/time';
import { Tooltip } from '@/components/ui/tooltip';
import { leads, outside } from '@/lib/client/offers';
import { listed } from '@/lib/core/incident/describe-text';
import type { Shift } from '@/lib/core/incident/state';
import { restAdvice } from '@/lib/core/method/rest-advice';
import type { UserId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { useQuickCommand } from '../use-command';
import { SideSection } from './side-section';

type On = { userId: UserId; name: string; shift: Shift };

/** Who is at it, and for how long; coming on and going off. */
export function OnShiftSection() {
  const shifts = useRoom((view) => view.drawn.shifts);
  const people = useRoom((view) => view.drawn.people);
  const on = useMemo(() => {
    const all = Object.entries(shifts) as [UserId, Shift][];
    return all
      .filter(([, { offAt }]) => offAt === null)
      .map(([userId, shift]): On => ({ userId, shift, name: people[userId] ?? 'Somebody' }))
      .sort((a, b) => a.shift.since.localeCompare(b.shift.since) || a.name.localeCompare(b.name));
  }, [shifts, people]);
  const canWork = useRoom((view) => outside(view) === null);
  if (on.length === 0 && !canWork) return null;
  return (
    <SideSection title="On shift" action={<ShiftButton />}>
      {on.length === 0 && <p className="text-xs text-faint">Nobody is on.</p>}
      <ul className="flex flex-col">
        {on.map((one) => (
          <OnRow key={one.userId} on={one} />
        ))}
      </ul>
      <HintForCommander on={on} />
    </SideSection>
  );
}

function ShiftButton() {
  const ui = useRoomUiStore();
  const ask = useQuickCommand();
  const isOn = useRoom((view) => view.drawn.shifts[view.me.userId]?.offAt === null);
  const isCommander = useRoom((view) => view.drawn.commanderId === view.me.userId);
  const canWork = useRoom((view) => outside(view) === null);
  if (!canWork && !isOn) return null;
  if (!isOn) {
    return (
      <Button size="sm" variant="ghost" onClick={() => void ask('shift.start', {})}>
        Come on
      </Button>
    );
  }
  return (
    <Button size="sm" variant="ghost" onClick={() => ui.getState().open({ name: isCommander ? 'hand-over' : 'go-off' })}>
      {isCommander ? 'Hand over' : 'Go off'}
    </Button>
  );
}

function useServerNow(): number | null {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  return useNow(10_000, offsetMs);
}

const isLong = (shift: Shift, nowMs: number | null) =>
  nowMs !== null && restAdvice(shift, new Date(nowMs).toISOString(), null) === 'long';

function OnRow({ on: { userId, name, shift } }: { on: On }) {
  const nowMs = useServerNow();
  const isRunning = useRoom(({ drawn: { status } }) => status !== 'resolved' && status !== 'closed');
  const onMs = nowMs === null ? null : Math.max(0, nowMs - Date.parse(shift.since));
  return (
    <li className="flex min-h-7 items-center gap-2 touch:min-h-11">
      <Avatar name={name} seed={userId} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <Tooltip text={() => <Since at={shift.since} />}>
        <span
          tabIndex={0}
          className={clsx(
            'rounded-sm text-xs whitespace-nowrap tabular-nums',
            isRunning && isLong(shift, nowMs) ? 'font-medium text-warn-ink' : 'text-muted',
          )}
        >
          on {onMs === null ? '…' : onMs < 60_000 ? 'just now' : spanText(onMs)}
        </span>
      </Tooltip>
    </li>
  );
}

const Since = ({ at }: { at: string }) => (
  <>
    since <Time at={at} />
  </>
);

/** Whoever leads sees who should be relieved; it stands beside the names, and asks nothing. */
function HintForCommander({ on }: { on: On[] }) {
  const nowMs = useServerNow();
  const isAsked = useRoom((view) => leads(view) && view.drawn.status !== 'resolved' && view.drawn.status !== 'closed');
  const me = useRoom((view) => view.me.userId);
  const tired = on.filter(({ userId, shift }) => userId !== me && isLong(shift, nowMs)).map(({ name }) => name);
  if (!isAsked || tired.length === 0) return null;
  return (
    <p role="note" className="pt-1 text-xs text-warn-ink">
      {listed(tired)} {tired.length === 1 ? 'has' : 'have'} been on for more than four hours. Ask who can take over.
    </p>
  );
}
