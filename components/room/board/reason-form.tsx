'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useRoomActions } from '../use-room-actions';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';
import { FormFrame } from './form-frame';

const WORDS = {
  shelve: { label: 'Why it can wait', submit: 'Shelve' },
  reopen: { label: 'Why it is open again', submit: 'Reopen' },
  withdraw: { label: 'Why it is not the root cause', submit: 'Withdraw root cause' },
} as const;

type ReasonFormProps = { hypothesis: Hypothesis; what: keyof typeof WORDS };

/** For what always wants a reason. */
export function ReasonForm({ hypothesis: { id, ref, state }, what }: ReasonFormProps) {
  const ui = useRoomUiStore();
  const { setTyping } = useRoomActions();
  const [because, setBecause] = useState('');
  const shelve = useCommand('hypothesis.shelve');
  const reopen = useCommand('hypothesis.reopen');
  const withdraw = useCommand('cause.withdraw');
  const { refusal, isBusy } = { shelve, reopen, withdraw }[what];

  async function submit() {
    const said = because.trim();
    const isTaken =
      what === 'withdraw'
        ? await withdraw.send({ because: said })
        : await (what === 'shelve' ? shelve : reopen).send({ hypothesis: ref, because: said, was: state });
    if (isTaken) ui.getState().closeCard();
  }

  return (
    <FormFrame
      focus={ref}
      refusal={refusal?.message ?? null}
      submit={WORDS[what].submit}
      isBusy={isBusy}
      canSubmit={because.trim() !== ''}
      onSubmit={() => void submit()}
    >
      <Field label={WORDS[what].label}>
        {(control) => (
          <Textarea
            {...control}
            value={because}
            onChange={(event) => {
              setBecause(event.target.value);
              setTyping(id);
            }}
          />
        )}
      </Field>
    </FormFrame>
  );
}
