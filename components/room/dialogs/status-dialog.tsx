'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { STATUS_MEANING, STATUS_WORD } from '@/components/ui/status-badge';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { wouldSay } from '@/lib/client/offers';
import type { Status } from '@/lib/core/incident/state';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

const numberOf = ({ ref }: { ref: string }) => Number(ref.slice(1));

/** Asks for what a step of the status still wants: a reason, or the evidence that shows it. */
export function StatusDialog({ to, onClose }: { to: Status; onClose: () => void }) {
  const room = useRoomStore();
  const status = useRoom((view) => view.drawn.status);
  const evidence = useRoom((view) => view.drawn.evidence);
  const [because, setBecause] = useState('');
  const [shown, setShown] = useState('');
  const { send, refusal, isBusy } = useCommand('incident.set-status');
  const asked = wouldSay(room.getState(), 'incident.set-status', { status: to, was: status });
  const wantsEvidence = to === 'resolved';
  const known = Object.values(evidence)
    .filter(({ redacted }) => !redacted)
    .sort((a, b) => numberOf(b) - numberOf(a));

  async function submit() {
    if (await send({ status: to, because: because.trim() || null, evidence: shown || null, was: status })) onClose();
  }

  return (
    <FormDialog
      title={`Set the status to ${STATUS_WORD[to].toLowerCase()}`}
      description={STATUS_MEANING[to]}
      onClose={onClose}
      keepOpen={because !== ''}
      submit={`Set to ${STATUS_WORD[to].toLowerCase()}`}
      busy={isBusy}
      canSubmit={because.trim() !== '' || shown !== '' || asked.ok}
      refusal={refusal?.message ?? (asked.ok ? null : asked.message)}
      onSubmit={() => void submit()}
    >
      {wantsEvidence && known.length > 0 && (
        <Field label="What shows that the symptom is gone">
          {(control) => (
            <Select {...control} value={shown} onChange={(event) => setShown(event.target.value)}>
              <option value="">no evidence, a reason instead</option>
              {known.map(({ ref, title }) => (
                <option key={ref} value={ref}>
                  {ref} {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label="Reason" aside={shown ? 'optional' : null}>
        {(control) => (
          <Textarea {...control} data-autofocus value={because} onChange={(event) => setBecause(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
