'use client';

import clsx from 'clsx';
import { stopwatchText } from './format';
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

const minutesText = (ms: number) => {
  const text = stopwatchText(ms);
  return text.startsWith('00:') ? text.slice(3) : text;
};

/** `in 06:30`, and `overdue 02:10` afterwards. */
export function Countdown({ to, offsetMs, words = ['in', 'overdue'], className }: CountdownProps) {
  const nowMs = useNow(1000, offsetMs);
  const leftMs = nowMs === null ? null : Date.parse(to) - nowMs;
  const isOver = leftMs !== null && leftMs < 0;
  return (
    <span className={clsx('whitespace-nowrap tabular-nums', isOver && 'text-danger-ink', className)}>
      {words[isOver ? 1 : 0]} <span className="font-mono">{leftMs === null ? '--:--' : minutesText(Math.abs(leftMs))}</span>
    </span>
  );
}
