'use client';

import { useState, type ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { HypothesisId } from '@/lib/core/ids';
import { bearingKey, type BearingValue } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { BearingChoice } from './bearing-choice';
import { FormDialog } from './form-dialog';

type WeighExistingProps = { hypothesisId: HypothesisId; onClose: () => void; modes: ReactNode };

const numberOf = ({ ref }: { ref: string }) => Number(ref.slice(1));

/** Says how an evidence that is here already bears on this hypothesis too. */
export function WeighExisting({ hypothesisId, onClose, modes }: WeighExistingProps) {
  const ref = useRoom(({ drawn }) => drawn.hypotheses[hypothesisId]?.ref ?? '');
  const evidence = useRoom((view) => view.drawn.evidence);
  const bearings = useRoom((view) => view.drawn.bearings);
  const [chosen, setChosen] = useState('');
  const [value, setValue] = useState<BearingValue | null>(null);
  const [note, setNote] = useState('');
  const { send, refusal, isBusy } = useCommand('evidence.weigh');
  const known = Object.values(evidence)
    .filter(({ redacted }) => !redacted)
    .sort((a, b) => numberOf(b) - numberOf(a));
  const isWeighed = (id: (typeof known)[number]['id']) => bearingKey(id, hypothesisId) in bearings;

  async function submit() {
    if (value !== null && (await send({ evidence: chosen, hypothesis: ref, value, note: note.trim() || null }))) onClose();
  }

  return (
    <FormDialog
      size="lg"
      title={`Weigh evidence on ${ref}`}
      onClose={onClose}
      submit="Weigh"
      busy={isBusy}
      canSubmit={chosen !== '' && value !== null}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      {modes}
      <Field label="Evidence">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Choose …</option>
            {known.map(({ id, ref: evidenceRef, title }) => (
              <option key={id} value={evidenceRef}>
                {evidenceRef} {title}
                {isWeighed(id) ? ' (weighed)' : ''}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <BearingChoice value={value} onChange={setValue} />
      <Field label="Why" aside="optional">
        {(control) => <Textarea {...control} rows={1} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
