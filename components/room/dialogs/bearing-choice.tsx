'use client';

import { Segmented } from '@/components/ui/segmented';
import type { BearingValue } from '@/lib/core/incident/state';
import { BEARING_SIGN, BEARING_WORDS, BEARINGS_STRONGEST_FIRST } from '../bearing-mark';

type BearingChoiceProps = { value: BearingValue | null; onChange: (value: BearingValue) => void };

/** The five bearings side by side, from what rules it out to what strongly supports it. */
export function BearingChoice({ value, onChange }: BearingChoiceProps) {
  const options = BEARINGS_STRONGEST_FIRST.toReversed().map((one) => ({
    value: String(one),
    label: BEARING_SIGN[one],
    name: BEARING_WORDS[one],
  }));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium">
        How <span className="font-normal text-muted">{value === null ? 'not weighed yet' : BEARING_WORDS[value]}</span>
      </span>
      <Segmented
        label="How it bears on the hypothesis"
        className="self-start font-mono"
        value={value === null ? '' : String(value)}
        options={options}
        onChange={(chosen) => onChange(Number(chosen) as BearingValue)}
      />
    </div>
  );
}
