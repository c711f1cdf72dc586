import clsx from 'clsx';
import { BEARING_VALUES, type BearingValue } from '@/lib/core/incident/state';

export const BEARING_SIGN: Record<BearingValue, string> = { [-2]: '−−', [-1]: '−', 0: '=', 1: '+', 2: '++' };

export const BEARING_WORDS: Record<BearingValue, string> = {
  [-2]: 'rules it out',
  [-1]: 'speaks against it',
  0: 'says nothing either way',
  1: 'supports it',
  2: 'strongly supports it',
};

export const BEARINGS_STRONGEST_FIRST: readonly BearingValue[] = BEARING_VALUES.toReversed();

const INK: Record<BearingValue, string> = {
  [-2]: 'bg-danger-soft text-danger-ink',
  [-1]: 'bg-danger-soft text-danger-ink',
  0: 'bg-hover text-muted',
  1: 'bg-good-soft text-good-ink',
  2: 'bg-good-soft text-good-ink',
};

/** How evidence bears on a hypothesis: a sign, a colour, and words for whoever sees neither. */
export function BearingMark({ value, className }: { value: BearingValue; className?: string }) {
  return (
    <span
      className={clsx(
        'inline-flex h-4.5 w-6 shrink-0 items-center justify-center rounded-sm font-mono text-xs leading-none font-semibold [font-variant-ligatures:none]',
        INK[value],
        className,
      )}
    >
      <span aria-hidden>{BEARING_SIGN[value]}</span>
      <span className="sr-only">{BEARING_WORDS[value]}</span>
    </span>
  );
}
