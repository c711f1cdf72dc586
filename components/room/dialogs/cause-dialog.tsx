'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { HypothesisId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

const THE_PLACE = 'This is the place we can change.';

/** Declares the root cause, and asks once more why that could happen. */
export function CauseDialog({ hypothesisId, onClose }: { hypothesisId: HypothesisId; onClose: () => void }) {
  const ui = useRoomUiStore();
  const hypothesis = useRoom(({ drawn }) => drawn.hypotheses[hypothesisId] ?? null);
  const [why, setWhy] = useState('');
  const { send, refusal, isBusy } = useCommand('cause.declare');
  if (!hypothesis) return null;
  const { ref, statement } = hypothesis;

  async function submit() {
    if (await send({ hypothesis: ref, why: why.trim() })) onClose();
  }

  return (
    <FormDialog
      title={`Declare ${ref} the root cause`}
      description={statement}
      onClose={onClose}
      keepOpen={why !== ''}
      submit="Declare root cause"
      busy={isBusy}
      canSubmit={why.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
      aside={<Button onClick={() => ui.getState().open({ name: 'propose', parentId: hypothesisId })}>Dig deeper instead</Button>}
    >
      <Field label="Why could that happen?" hint="If there is a reason below this one that you can name, dig deeper instead.">
        {(control) => <Textarea {...control} data-autofocus value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      <Button size="sm" variant="ghost" className="self-start text-accent-ink!" onClick={() => setWhy(THE_PLACE)}>
        “{THE_PLACE}”
      </Button>
    </FormDialog>
  );
}
