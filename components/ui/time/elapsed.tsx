'use client';

import clsx from 'clsx';
import { ClockAlert } from 'lucide-react';
import { countdownText, stopwatchText } from './format';
import { useNow } from './now';

type ElapsedProps = {
  since: string;
  /** It stands still from then on. */ until?: string | null;
  offsetMs?: number;
  className?: string;
};

/** `T+00:42:10`, ticking. */
export function Elapsed({ since, until = null, offsetMs, className }: ElapsedProps) {
  const nowMs = useNow(1000, offsetMs);
  const endMs = until === null ? nowMs : Date.parse(until);
  return (
    <span className={clsx('font-mono whitespace-nowrap tabular-nums', className)}>
      T+{endMs === null ? '--:--:--' : stopwatchText(Math.max(0, endMs - Date.parse(since)))}
    </span>
  );
}

type CountdownProps = {
  to: string;
  offsetMs?: number;
  /** Before what is left, and before what is over. */ words?: [left: string, over: string];
  className?: string;
};

/** `in 12 min`, at last `in 6:30`, and `overdue 2:10` afterwards. */
export function Countdown({ to, offsetMs, words = ['in', 'overdue'], className }: CountdownProps) {
  const nowMs = useNow(1000, offsetMs);
  const leftMs = nowMs === null ? null : Date.parse(to) - nowMs;
  const isOver = leftMs !== null && leftMs < 0;
  return (
    <span className={clsx('whitespace-nowrap tabular-nums', isOver && 'text-danger-ink', className)}>
      {isOver && <ClockAlert aria-hidden className="mr-1 inline size-3.5 align-text-bottom" />}
      {words[isOver ? 1 : 0]} <span className="font-mono">{leftMs === null ? '-:--' : countdownText(leftMs)}</span>
    </span>
  );
}
