'use client';

import { useSyncExternalStore } from 'react';
import { Select } from '@/components/ui/select';

type TimeZoneSelectProps = { value: string | null; onChange: (timeZone: string | null) => void };

const nothing = () => () => undefined;
const zones = { all: null as readonly string[] | null };
const none: readonly string[] = [];

const allZones = () => (zones.all ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]);

/** The zones that this browser knows; an empty value follows the browser. */
export function TimeZoneSelect({ value, onChange }: TimeZoneSelectProps) {
  const all = useSyncExternalStore(nothing, allZones, () => none);
  const own = useSyncExternalStore(
    nothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  const isListed = value === null || all.includes(value);
  return (
    <Select
      aria-label="Time zone"
      className="max-w-72"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">As this browser{own ? ` (${own})` : ''}</option>
      {!isListed && <option value={value}>{value}</option>}
      {all.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
