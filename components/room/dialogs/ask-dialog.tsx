'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

/** Asks those who speak for the incident. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const { send, refusal, isBusy } = useCommand('question.ask');

  async function submit() {
    if (await send({ text })) onClose();
  }

  return (
    <FormDialog
      size="sm"
      title="Ask a question"
      description="It goes to whoever speaks for this incident, and is answered once, for everybody."
      onClose={onClose}
      submit="Ask"
      busy={isBusy}
      canSubmit={text.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="Question">
        {(control) => <Textarea {...control} data-autofocus value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
