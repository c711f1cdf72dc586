'use client';

import { useState } from 'react';
import type { HypothesisId } from '@/lib/core/ids';
import { useRoom, useRoomStore } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { showHypothesis } from '../show';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';
import { HypothesisFields, NO_WORDS, toInput } from './hypothesis-fields';

type ProposeDialogProps = { parentId: HypothesisId | null; onClose: () => void };

/** Proposes a hypothesis, or one below another: why could that happen? */
export function ProposeDialog({ parentId, onClose }: ProposeDialogProps) {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const parent = useRoom(({ drawn }) => (parentId ? (drawn.hypotheses[parentId] ?? null) : null));
  const [words, setWords] = useState(NO_WORDS);
  const { send, refusal, isBusy } = useCommand('hypothesis.propose');

  async function submit() {
    if (!(await send({ ...toInput(words), parent: parent?.ref ?? null }))) return;
    onClose();
    const { drawn } = room.getState();
    showHypothesis(drawn, ui.getState(), `H${drawn.counters.H}`);
  }

  return (
    <FormDialog
      title={parent ? `Dig deeper below ${parent.ref}` : 'Propose a hypothesis'}
      description={parent ? `Why could that happen: “${parent.statement}”?` : undefined}
      onClose={onClose}
      keepOpen={words.statement !== ''}
      submit="Propose"
      busy={isBusy}
      canSubmit={words.statement.trim() !== '' && !words.statement.includes('\n')}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <HypothesisFields words={words} onChange={setWords} />
    </FormDialog>
  );
}
