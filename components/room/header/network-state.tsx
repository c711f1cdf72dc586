'use client';

import clsx from 'clsx';
import { CircleAlert, CloudOff, LoaderCircle, RefreshCw, Wifi } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import { useRoom } from '../room-provider';
import { useSettled } from '../use-settled';
import { OutboxPanel } from '../later';

type Look = { Icon: typeof Wifi; word: string; tone: string };

const LIVE = 'Live';
const SAVING_MS = 800;

function lookOf(network: string, waiting: number, attention: number, pause: string | null): Look {
  const count = waiting > 0 ? ` · ${waiting} waiting` : '';
  if (attention > 0) {
    return {
      Icon: CircleAlert,
      word: attention === 1 ? '1 needs attention' : `${attention} need attention`,
      tone: 'bg-danger-soft text-danger-ink',
    };
  }
  if (network === 'offline') return { Icon: CloudOff, word: `Offline${count}`, tone: 'bg-warn-soft text-warn-ink' };
  if (network === 'reconnecting')
    return { Icon: RefreshCw, word: `Reconnecting${waiting > 0 ? ` · ${waiting}` : ''}`, tone: 'bg-warn-soft text-warn-ink' };
  if (pause) return { Icon: CircleAlert, word: `Paused${count}`, tone: 'bg-warn-soft text-warn-ink' };
  if (waiting > 0) return { Icon: LoaderCircle, word: `Saving ${waiting}`, tone: 'text-muted' };
  return { Icon: Wifi, word: LIVE, tone: 'text-good-ink' };
}

/** Whether what is seen is live and what was written is saved. Short hiccups are not shown. */
export function NetworkState() {
  const network = useRoom((view) => view.network);
  const waiting = useSettled(
    useRoom(({ outbox }) => outbox.filter(({ state }) => state !== 'attention').length),
    SAVING_MS,
    0,
  );
  const attention = useRoom(({ outbox }) => outbox.filter(({ state }) => state === 'attention').length);
  const pause = useRoom((view) => view.outboxPause);
  const { Icon, word, tone } = lookOf(network, waiting, attention, pause);
  return (
    <>
      {/* Outside of the button: what is inside of one is not announced. */}
      <span role="status" className="sr-only">
        {word}
      </span>
      <Popover
        label="Connection and what is not saved yet"
        align="end"
        className="w-96"
        trigger={
          <button
            type="button"
            aria-label={`Connection: ${word}`}
            className={clsx(
              'inline-flex h-7 items-center justify-center gap-1.5 rounded-md px-2 text-xs font-medium whitespace-nowrap hover:ring-1 hover:ring-line-strong touch:h-11',
              tone,
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            <span className={word === LIVE ? 'max-md:sr-only' : ''}>{word}</span>
          </button>
        }
      >
        <OutboxPanel />
      </Popover>
    </>
  );
}
