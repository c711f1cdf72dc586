'use client';

import clsx from 'clsx';
import { RefLink } from '../ref-link';
import { BearingMark } from '../bearing-mark';
import type { CardBearing } from './board-groups';
import { WeighMenu } from './weigh-menu';

type CardEvidenceProps = { hypothesisRef: string; bearings: CardBearing[]; canWeigh: boolean };

/** The evidence on a hypothesis, each with how it bears; a press on the sign weighs it again. */
export function CardEvidence({ hypothesisRef, bearings, canWeigh }: CardEvidenceProps) {
  if (bearings.length === 0) return null;
  return (
    <ul className="-ml-0.5 flex flex-wrap gap-x-2 gap-y-0.5" aria-label={`Evidence on ${hypothesisRef}`}>
      {bearings.map((bearing) => (
        <li key={bearing.evidenceId} className="flex items-center gap-1">
          <RefLink
            kind="evidence"
            reference={bearing.evidence.ref}
            className={clsx(
              'inline-flex h-6 min-w-6 items-center justify-center',
              bearing.evidence.redacted && 'line-through opacity-70',
            )}
          />
          {canWeigh && !bearing.evidence.redacted ? (
            <WeighMenu evidenceRef={bearing.evidence.ref} hypothesisRef={hypothesisRef} bearing={bearing} />
          ) : (
            <BearingMark value={bearing.value} />
          )}
        </li>
      ))}
    </ul>
  );
}
