'use client';

import { useState, type MouseEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { clockText, relativeText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { useZone } from '@/components/ui/time/zone';
import { inMinutes } from '@/lib/client/update-choices';
import { useRoom } from '../room-provider';
import { readDue } from './read-due';

const MINUTES = [15, 30, 60];

type DueFieldProps = {
  label: string;
  at: string | null;
  /** What it is counted from; now where it is left out. */
  from?: string | null;
  /** What choosing no time is called; left out: one must be chosen. */
  none?: string;
  onChange: (at: string | null) => void;
};

/** A time to come: in so many minutes, or by the clock. */
export function DueField({ label, at, from, none, onChange }: DueFieldProps) {
  const zone = useZone();
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(1000, offsetMs);
  const [typed, setTyped] = useState<string | null>(null);
  const shownZone = zone === 'utc' ? 'UTC' : 'local';

  function choose(minutes: number) {
    const now = Date.now() + offsetMs;
    setTyped(null);
    onChange(inMinutes(Math.max(now, from ? Date.parse(from) : now), minutes));
  }
  function clear({ currentTarget }: MouseEvent<HTMLElement>) {
    setTyped(null);
    onChange(null);
    // What was pressed goes away.
    currentTarget.closest('fieldset')?.querySelector('button')?.focus();
  }
  function read(text: string) {
    setTyped(text);
    const read = readDue(text, zone, Date.now() + offsetMs);
    if (read !== null) onChange(read);
  }

  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {MINUTES.map((minutes) => (
          <Button key={minutes} size="sm" onClick={() => choose(minutes)}>
            {from ? `+${minutes} min` : `${minutes} min`}
          </Button>
        ))}
        <span className="inline-flex items-center gap-1.5 text-xs text-muted">
          at
          <Input
            mono
            aria-label={`${label}, at`}
            className="w-18! text-xs"
            placeholder="16:45"
            autoComplete="off"
            value={typed ?? (at ? clockText(at, zone) : '')}
            onChange={(event) => read(event.target.value)}
          />
          {shownZone}
        </span>
      </div>
      <div className="flex min-h-7 items-center justify-between gap-2 touch:min-h-11">
        <p className="text-xs text-muted tabular-nums" aria-live="polite">
          {at === null ? 'Nothing is promised.' : `By ${clockText(at, zone)} ${shownZone}`}
          {at !== null && nowMs !== null && `, ${relativeText(at, nowMs)}`}
        </p>
        {none && at !== null && (
          <Button size="sm" variant="ghost" onClick={clear}>
            {none}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
