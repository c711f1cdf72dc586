'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { dayText, clockText, fieldInstant, fieldText } from '@/components/ui/time/format';
import { useLocalZoneName } from '@/components/ui/time/local-zone';

type TimeFieldProps = {
  label: string;
  value: string | null;
  onChange: (instant: string | null) => void;
  error?: string | null;
  hint?: string;
  className?: string;
};

/** A day and a time in the zone of the person, with what that is in UTC. */
export function TimeField({ label, value, onChange, error, hint, className }: TimeFieldProps) {
  const zone = useLocalZoneName();
  const [text, setText] = useState(value === null ? '' : fieldText(value, 'local').slice(0, 16));
  const inUtc = value === null ? null : `${dayText(value, 'utc')} ${clockText(value, 'utc')} UTC`;

  function write(next: string) {
    setText(next);
    onChange(next === '' ? null : fieldInstant(next, 'local'));
  }

  return (
    <Field label={label} aside={zone?.replaceAll('_', ' ')} hint={inUtc ?? hint} error={error} className={className}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          className="tabular-nums"
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Field>
  );
}
