'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { UpdateId } from '@/lib/core/ids';
import { FormDialog } from '../dialogs/form-dialog';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';

/** Takes the words of an update out for good, here and on the status page. */
export function RedactUpdateDialog({ updateId, onClose }: { updateId: UpdateId; onClose: () => void }) {
  const update = useRoom((view) => view.drawn.updates[updateId]);
  const [because, setBecause] = useState('');
  const { send, refusal, isBusy } = useCommand('update.redact');
  if (!update) return null;
  const { ref, audience } = update;

  async function submit() {
    if (await send({ update: ref, because: because.trim() })) onClose();
  }

  return (
    <FormDialog
      size="sm"
      danger
      title={`Redact ${ref}`}
      description={
        audience === 'public'
          ? 'It leaves the status page, and its words are removed here for good. Mail that went out cannot be called back.'
          : 'Its words, and what it said before, are removed for everybody and for good. That it was given, and your reason, stay.'
      }
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
            placeholder="It named a customer"
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
