'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { Textarea } from '@/components/ui/textarea';
import type { Bearing, BearingValue } from '@/lib/core/incident/state';
import { BEARINGS_STRONGEST_FIRST, BEARING_WORDS, BearingMark } from '../bearing-mark';
import { useCommand } from '../use-command';

type WeighMenuProps = {
  evidenceRef: string;
  hypothesisRef: string;
  /** Null where it was not weighed yet. */
  bearing: Pick<Bearing, 'value' | 'note' | 'by'> | null;
};

/** How an evidence bears on a hypothesis, and the five ways to change that. */
export function WeighMenu({ evidenceRef, hypothesisRef, bearing }: WeighMenuProps) {
  const label = `${evidenceRef} ${bearing ? BEARING_WORDS[bearing.value] : 'is not weighed'}: weigh ${evidenceRef} on ${hypothesisRef}`;
  return (
    <Popover
      label={`Weigh ${evidenceRef} on ${hypothesisRef}`}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={label}
          className="-m-0.5 inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm p-0.5 hover:ring-1 hover:ring-line-strong touch:min-h-11 touch:min-w-11"
        >
          {bearing ? <BearingMark value={bearing.value} /> : <span className="text-xs text-accent-ink">weigh</span>}
        </button>
      }
    >
      {(close) => <WeighForm {...{ evidenceRef, hypothesisRef, bearing, close }} />}
    </Popover>
  );
}

function WeighForm({ evidenceRef, hypothesisRef, bearing, close }: WeighMenuProps & { close: () => void }) {
  const [note, setNote] = useState(bearing?.note ?? '');
  const { send, refusal } = useCommand('evidence.weigh');
  const weigh = async (value: BearingValue) => {
    if (await send({ evidence: evidenceRef, hypothesis: hypothesisRef, value, note: note.trim() || null })) close();
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-muted">
        {evidenceRef} …
        {bearing && (
          <span className="block">
            Now: {BEARING_WORDS[bearing.value]}, says {bearing.by.name}.
          </span>
        )}
      </p>
      <div className="flex flex-col">
        {BEARINGS_STRONGEST_FIRST.map((value) => (
          <Button
            key={value}
            size="sm"
            variant="ghost"
            className={value === bearing?.value ? 'justify-start! bg-pressed' : 'justify-start!'}
            aria-pressed={value === bearing?.value}
            onClick={() => void weigh(value)}
          >
            <BearingMark value={value} /> <span aria-hidden>{BEARING_WORDS[value].replace(' it', ` ${hypothesisRef}`)}</span>
          </Button>
        ))}
      </div>
      <Textarea
        aria-label="Why (optional)"
        placeholder="Why (optional)"
        rows={1}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {refusal && (
        <p role="alert" className="text-xs text-danger-ink">
          {refusal.message}
        </p>
      )}
    </div>
  );
}
