import clsx from 'clsx';
import type { HypothesisState } from '@/lib/core/incident/state';

export const HYPOTHESIS_WORD: Record<HypothesisState, string> = {
  testing: 'Testing',
  open: 'Open',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  shelved: 'Shelved',
};

const INK: Record<HypothesisState, string> = {
  testing: 'text-accent-ink',
  open: 'text-muted',
  confirmed: 'text-good-ink',
  rejected: 'text-danger-ink',
  shelved: 'text-faint',
};

/** A shape for each state, so that colour is never the only sign. */
export function HypothesisShape({ state, className }: { state: HypothesisState; className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden
      className={clsx('size-3.5 shrink-0', INK[state], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="7" cy="7" r="5.75" strokeDasharray={state === 'shelved' ? '2 2.5' : undefined} />
      {state === 'testing' && <path d="M7 3.5V7l2.3 1.6" />}
      {state === 'confirmed' && <path d="m4.4 7.2 1.8 1.7 3.4-3.8" />}
      {state === 'rejected' && <path d="m4.9 4.9 4.2 4.2m0-4.2L4.9 9.1" />}
      {state === 'shelved' && <path d="M5.6 5v4m2.8-4v4" />}
    </svg>
  );
}
