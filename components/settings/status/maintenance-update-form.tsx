'use client';

import { useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Maintenance } from '@/lib/contracts/status-page';
import { NEXT_PHASES, type MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import { MAINTENANCE_WORDS } from '@/lib/core/status/status-words';
import { useChange } from '../use-change';
import { PHASE_MEANING } from './maintenance-look';

type MaintenanceUpdateFormProps = { maintenance: Maintenance; onClose: () => void };

/** Says how a maintenance goes: the next phase first, since that is what is mostly said. */
export function MaintenanceUpdateForm({ maintenance: { id, phase: now, isPublic }, onClose }: MaintenanceUpdateFormProps) {
  const { change, isBusy, answer } = useChange<Maintenance>();
  const phases = NEXT_PHASES[now];
  const [phase, setPhase] = useState<MaintenancePhase>(phases[1] ?? now);
  const [text, setText] = useState('');

  async function say(event: FormEvent) {
    event.preventDefault();
    const said = await change('POST', `/api/v1/status/maintenance/${id}/updates`, { phase, text });
    if (said.ok) onClose();
  }

  return (
    <form onSubmit={(event) => void say(event)} className="flex flex-col gap-3 rounded-md bg-sunken p-3">
      <Field label="Phase" hint={PHASE_MEANING[phase]}>
        {(control) => (
          <Select
            {...control}
            className="max-w-52"
            value={phase}
            onChange={(event) => setPhase(event.target.value as MaintenancePhase)}
          >
            {phases.map((one) => (
              <option key={one} value={one}>
                {MAINTENANCE_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="What to say" error={issueOf(answer, 'text') ?? messageBeside(answer, ['text'])}>
        {(control) => <Textarea {...control} autoFocus rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-xs text-muted">{isPublic ? 'Subscribers are told.' : 'Only signed-in staff reads it.'}</span>
        <span className="flex gap-2">
          <Button size="sm" onClick={onClose}>
            Cancel
          </Button>
          <Button size="sm" type="submit" variant="primary" busy={isBusy ? 'Saying …' : null} disabled={text.trim() === ''}>
            Say it
          </Button>
        </span>
      </div>
    </form>
  );
}
