'use client';

import type { ComponentProps } from 'react';
import { Input } from '@/components/ui/input';
import type { Zone } from '@/components/ui/time/format';

type InstantFieldProps = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'size'> & {
  value: string;
  onChange: (value: string) => void;
  zone: Zone;
};

/** A time to the second in 24 hours. The platform's own field follows the language of the browser, 12 hours and all. */
export function InstantField({ value, onChange, zone, ...rest }: InstantFieldProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Input
        mono
        spellCheck={false}
        autoComplete="off"
        className="w-44! text-xs"
        placeholder="2026-11-23 16:05:31"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      <span className="text-xs text-faint">{zone === 'utc' ? 'UTC' : 'local'}</span>
    </span>
  );
}
