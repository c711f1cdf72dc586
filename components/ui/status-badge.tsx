import clsx from 'clsx';
import type { Status } from '@/lib/core/incident/state';

export const STATUS_WORD: Record<Status, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** What each status means, shown where one is chosen. */
export const STATUS_MEANING: Record<Status, string> = {
  investigating: 'The cause is not known yet.',
  identified: 'The cause is known; it is being fixed.',
  monitoring: 'A fix is in; watching whether it holds.',
  resolved: 'The impact is over.',
  closed: 'The review is done; nothing is left to do here.',
};

const INK: Record<Status, string> = {
  investigating: 'text-sev2-ink',
  identified: 'text-warn-ink',
  monitoring: 'text-accent-ink',
  resolved: 'text-good-ink',
  closed: 'text-muted',
};

/** A dial that fills as the incident comes to its end. */
export function StatusShape({ status, className }: { status: Status; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden
      className={clsx('size-3 shrink-0', INK[status], className)}
      fill="none"
      stroke="currentColor"
    >
      {status === 'investigating' && <circle cx="6" cy="6" r="4.75" strokeWidth="1.5" strokeDasharray="2 1.73" />}
      {status === 'identified' && (
        <>
          <circle cx="6" cy="6" r="4.75" strokeWidth="1.5" />
          <path d="M6 3.2a2.8 2.8 0 0 1 0 5.6z" fill="currentColor" stroke="none" />
        </>
      )}
      {status === 'monitoring' && (
        <>
          <circle cx="6" cy="6" r="4.75" strokeWidth="1.5" />
          <path d="M6 3.2A2.8 2.8 0 1 1 3.2 6H6z" fill="currentColor" stroke="none" />
        </>
      )}
      {status === 'resolved' && (
        <>
          <circle cx="6" cy="6" r="5.5" fill="currentColor" stroke="none" />
          <path
            d="m3.6 6.2 1.7 1.6 3.1-3.5"
            className="stroke-surface"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {status === 'closed' && (
        <>
          <circle cx="6" cy="6" r="4.75" strokeWidth="1.5" />
          <path d="M3.8 6h4.4" strokeWidth="1.5" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}

export function StatusBadge({ status, className }: { status: Status; className?: string }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 shrink-0 items-center gap-1.5 text-xs font-medium whitespace-nowrap',
        INK[status],
        className,
      )}
    >
      <StatusShape status={status} />
      {STATUS_WORD[status]}
    </span>
  );
}
