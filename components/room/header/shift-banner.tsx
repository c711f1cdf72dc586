'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { spanText } from '@/components/ui/time/format';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { useNow } from '@/components/ui/time/now';
import { useLive } from '@/components/ui/use-live';
import { restAdvice } from '@/lib/core/method/rest-advice';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { putRestOff, restPutOffUntil } from './rest-put-off';

/** What concerns only the person in front of it: a hand-over that waits for them, or that it is time to rest. */
export function ShiftBanner() {
  const isLive = useLive();
  const isOffered = useRoom((view) => view.drawn.handOver?.toId === view.me.userId);
  if (!isLive) return null;
  return isOffered ? <HandOverWaits /> : <TimeToRest />;
}

function HandOverWaits() {
  const ui = useRoomUiStore();
  const from = useRoom(({ drawn }) => (drawn.handOver ? (drawn.people[drawn.handOver.fromId] ?? 'Somebody') : ''));
  return (
    <Banner
      shape="bar"
      live="polite"
      className="shrink-0 print:hidden"
      action={
        <Button size="sm" onClick={() => ui.getState().open({ name: 'hand-over-note' })}>
          Read the note
        </Button>
      }
    >
      {from} hands command over to you. It is yours once you accept.
    </Banner>
  );
}

const hourHere = (nowMs: number) => new Date(nowMs + localOffsetMin(nowMs) * 60_000).getUTCHours();

function TimeToRest() {
  const ui = useRoomUiStore();
  const me = useRoom((view) => view.me.userId);
  const shift = useRoom((view) => view.drawn.shifts[view.me.userId]);
  const isRunning = useRoom(({ drawn: { status } }) => status !== 'resolved' && status !== 'closed');
  const isCommander = useRoom((view) => view.drawn.commanderId === view.me.userId);
  const isOffering = useRoom((view) => view.drawn.handOver?.fromId === view.me.userId);
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(10_000, offsetMs);
  const [untilMs, setUntil] = useState(() => restPutOffUntil(me));
  if (nowMs === null || !shift || !isRunning || isOffering || nowMs < untilMs) return null;
  const reason = restAdvice(shift, new Date(nowMs).toISOString(), hourHere(nowMs));
  if (!reason) return null;
  const onFor = spanText(nowMs - Date.parse(shift.since));
  return (
    <Banner
      shape="bar"
      live="polite"
      className="shrink-0 print:hidden"
      action={
        <>
          <Button size="sm" onClick={() => ui.getState().open({ name: isCommander ? 'hand-over' : 'go-off' })}>
            {isCommander ? 'Hand over …' : 'Go off shift …'}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setUntil(putRestOff(me, nowMs))}>
            Ask in an hour
          </Button>
        </>
      }
    >
      You have been on for {onFor}
      {reason === 'night' && ', and it is night where you are'}. Hand over, and get some sleep.
    </Banner>
  );
}
