'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Refusal } from '@/lib/core/incident/command';
import { FormDialog } from './form-dialog';

type RedactFormProps = {
  reference: string;
  description: string;
  /** An example of a reason. */
  placeholder: string;
  isBusy: boolean;
  refusal: Refusal | null;
  /** Whether it is taken out now. */
  redact: (because: string) => Promise<boolean>;
  onClose: () => void;
};

/** Asks why something has to go, and takes it out for good. */
export function RedactForm({ reference, description, placeholder, isBusy, refusal, redact, onClose }: RedactFormProps) {
  const [because, setBecause] = useState('');

  async function submit() {
    if (await redact(because.trim())) onClose();
  }

  return (
    <FormDialog
      size="sm"
      danger
      title={`Redact ${reference}`}
      description={description}
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
            placeholder={placeholder}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
