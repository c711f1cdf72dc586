'use client';

import { Pencil } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Textarea } from '@/components/ui/textarea';
import { Time } from '@/components/ui/time/time';
import type { Maintenance, MaintenanceUpdate } from '@/lib/contracts/status-page';
import { MAINTENANCE_WORDS } from '@/lib/core/status/status-words';
import { useChange } from '../use-change';

/** What was said of a maintenance, newest first; each can be corrected. */
export function MaintenanceUpdates({ maintenance }: { maintenance: Maintenance }) {
  return (
    <ol className="flex flex-col gap-2">
      {maintenance.updates.map((update) => (
        <Update key={update.id} maintenanceId={maintenance.id} update={update} />
      ))}
    </ol>
  );
}

function Update({ maintenanceId, update }: { maintenanceId: string; update: MaintenanceUpdate }) {
  const [isCorrecting, setCorrecting] = useState(false);
  const { phase, text, at, correctedAt } = update;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 sm:grid-cols-[7rem_1fr_auto]">
      <span className="col-span-2 text-xs leading-5 text-muted sm:col-span-1">
        <Time at={at} />
      </span>
      {isCorrecting ? (
        <Correction maintenanceId={maintenanceId} update={update} onClose={() => setCorrecting(false)} />
      ) : (
        <p className="min-w-0 text-sm break-words whitespace-pre-wrap">
          <span className="font-medium">{MAINTENANCE_WORDS[phase]}.</span> {text}
          {correctedAt && (
            <span className="text-xs text-muted">
              {' '}
              edited <Time at={correctedAt} />
            </span>
          )}
        </p>
      )}
      {!isCorrecting && (
        <IconButton label={`Correct “${text.slice(0, 40)}”`} size="sm" onClick={() => setCorrecting(true)}>
          <Pencil />
        </IconButton>
      )}
    </li>
  );
}

type CorrectionProps = { maintenanceId: string; update: MaintenanceUpdate; onClose: () => void };

function Correction({ maintenanceId, update, onClose }: CorrectionProps) {
  const { change, isBusy, answer } = useChange<Maintenance>();
  const [text, setText] = useState(update.text);
  async function save(event: FormEvent) {
    event.preventDefault();
    const said = await change('PATCH', `/api/v1/status/maintenance/${maintenanceId}/updates/${update.id}`, { text });
    if (said.ok) onClose();
  }
  return (
    <form onSubmit={(event) => void save(event)} className="col-span-2 flex flex-col gap-2">
      <Field
        label="Corrected words"
        hideLabel
        hint="It is marked as edited; nobody is told again."
        error={answer && !answer.ok ? answer.message : null}
      >
        {(control) => <Textarea {...control} autoFocus value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <span className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" type="submit" variant="primary" busy={isBusy ? 'Saving …' : null} disabled={text.trim() === ''}>
          Save
        </Button>
      </span>
    </form>
  );
}
