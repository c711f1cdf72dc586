'use client';

import { useSyncExternalStore, type ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

const nothing = () => () => undefined;
const zones = { all: null as readonly string[] | null };
const allZones = () => (zones.all ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]);
const none: readonly string[] = [];

/** The zones that this browser knows, and the one that is set. */
export function PageZoneSelect({ value, ...rest }: ComponentProps<typeof Select> & { value: string }) {
  const all = useSyncExternalStore(nothing, allZones, () => none);
  return (
    <Select value={value} {...rest}>
      {!all.includes(value) && <option value={value}>{value.replaceAll('_', ' ')}</option>}
      {all.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
