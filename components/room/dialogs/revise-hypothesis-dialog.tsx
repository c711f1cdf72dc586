'use client';

import { useState } from 'react';
import type { HypothesisId } from '@/lib/core/ids';
import { useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';
import { HypothesisFields, toInput, type HypothesisWords } from './hypothesis-fields';

type ReviseHypothesisDialogProps = { hypothesisId: HypothesisId; onClose: () => void };

/** Words a hypothesis anew. Only what was changed here is sent, so that nobody's other change is undone. */
export function ReviseHypothesisDialog({ hypothesisId, onClose }: ReviseHypothesisDialogProps) {
  const room = useRoomStore();
  const [hypothesis] = useState(() => room.getState().drawn.hypotheses[hypothesisId]);
  const [before] = useState<HypothesisWords>(() => ({
    statement: hypothesis?.statement ?? '',
    because: hypothesis?.because ?? '',
    prediction: hypothesis?.prediction ?? '',
    refutation: hypothesis?.refutation ?? '',
    component: hypothesis?.component ?? '',
  }));
  const [words, setWords] = useState(before);
  const { send, refusal, isBusy } = useCommand('hypothesis.revise');
  if (!hypothesis) return null;

  async function submit() {
    const changed = Object.entries(toInput(words)).filter(
      ([field]) => words[field as keyof HypothesisWords] !== before[field as keyof HypothesisWords],
    );
    if (changed.length === 0) return onClose();
    if (await send({ hypothesis: hypothesis!.ref, ...Object.fromEntries(changed) })) onClose();
  }

  return (
    <FormDialog
      title={`Reword ${hypothesis.ref}`}
      onClose={onClose}
      keepOpen
      submit="Save"
      busy={isBusy}
      canSubmit={words.statement.trim() !== '' && !words.statement.includes('\n')}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <HypothesisFields words={words} onChange={setWords} />
    </FormDialog>
  );
}
