'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { EvidenceId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

type RedactDialogProps = { seq?: number; evidenceId?: EvidenceId; onClose: () => void };

/** Takes words out for good. That something was here, who took it away and why stays. */
export function RedactDialog({ seq, evidenceId, onClose }: RedactDialogProps) {
  const ref = useRoom(({ drawn }) => (evidenceId ? (drawn.evidence[evidenceId]?.ref ?? null) : `#${seq}`));
  const [because, setBecause] = useState('');
  const entry = useCommand('log.redact');
  const evidence = useCommand('evidence.redact');
  const { refusal, isBusy } = evidenceId ? evidence : entry;

  async function submit() {
    const said = because.trim();
    const isTaken = evidenceId
      ? await evidence.send({ evidence: ref ?? '', because: said })
      : await entry.send({ entry: seq ?? 0, because: said });
    if (isTaken) onClose();
  }

  return (
    <FormDialog
      size="sm"
      danger
      title={`Redact ${ref}`}
      description="Its words, and what it said before, are removed for everybody and for good. That it was here, and your reason, stay."
      onClose={onClose}
      submit="Redact"
      busy={isBusy}
      canSubmit={because.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="Why it has to go">
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            placeholder="It held a password"
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
