'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

/** Takes command from somebody who has it; the reason stands in the log. */
export function TakeCommandDialog({ onClose }: { onClose: () => void }) {
  const commanderId = useRoom((view) => view.drawn.commanderId);
  const name = useRoom(({ drawn }) => (drawn.commanderId ? (drawn.people[drawn.commanderId] ?? 'Somebody') : null));
  const [because, setBecause] = useState('');
  const { send, refusal, isBusy } = useCommand('command.take');

  async function submit() {
    if (await send({ because: because.trim() || null, was: commanderId })) onClose();
  }

  return (
    <FormDialog
      size="sm"
      title="Take command"
      description={name ? `${name} commands this incident. Say why you take it now.` : undefined}
      onClose={onClose}
      submit="Take command"
      busy={isBusy}
      canSubmit={name === null || because.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="Reason">
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            placeholder={name ? `${name} does not answer` : undefined}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
