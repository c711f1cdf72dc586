'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { wouldSay } from '@/lib/client/offers';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useRoom, useRoomStore } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';
import { EvidencePicks } from './evidence-picks';
import { FormFrame } from './form-frame';

type VerdictFormProps = { hypothesis: Hypothesis; verdict: 'confirm' | 'reject' };

const WORDS = {
  confirm: { submit: 'Confirm', evidence: 'Or name what shows it', reason: 'Why it holds all the same' },
  reject: { submit: 'Reject', evidence: 'Or name what rules it out', reason: 'Why you let it go' },
} as const;

/** Asks for what the rules still want before a verdict: a reason, or the evidence that it rests on. */
export function VerdictForm({ hypothesis: { id, ref, state }, verdict }: VerdictFormProps) {
  const name = `hypothesis.${verdict}` as const;
  const words = WORDS[verdict];
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const { setTyping } = useRoomActions();
  const [because, setBecause] = useState('');
  const [evidence, setEvidence] = useState<string[]>([]);
  const { send, refusal, isBusy } = useCommand(name);
  // The sentence of the rule is read anew when the evidence changes.
  useRoom((view) => view.drawn.bearings);
  const asked = wouldSay(room.getState(), name, { hypothesis: ref, was: state });
  const input = { hypothesis: ref, evidence, because: because.trim() || null, was: state };

  async function submit() {
    if (await send(input)) ui.getState().closeCard();
  }

  return (
    <FormFrame
      focus={ref}
      refusal={refusal?.message ?? (asked.ok ? null : asked.message)}
      submit={words.submit}
      isBusy={isBusy}
      onSubmit={() => void submit()}
    >
      <EvidencePicks label={words.evidence} picked={evidence} onPick={setEvidence} />
      <Field label={words.reason} hideLabel={false}>
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
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
