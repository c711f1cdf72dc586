'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { OfferedBody } from '@/lib/client/room-ui';
import type { HypothesisId } from '@/lib/core/ids';
import { EVIDENCE_KINDS, type BearingValue, type EvidenceKind } from '@/lib/core/incident/state';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { BearingChoice } from './bearing-choice';
import { EvidenceBody } from './evidence-body';
import { FormDialog } from './form-dialog';
import { WeighExisting } from './weigh-existing';

type EvidenceDialogProps = { hypothesisId: HypothesisId | null; offered: OfferedBody | null; onClose: () => void };

type Mode = 'new' | 'existing';

/** Attaches an output or a file as evidence, or weighs one that is here already. */
export function EvidenceDialog(props: EvidenceDialogProps) {
  const hasEvidence = useRoom(({ drawn }) => drawn.counters.E > 0);
  const [mode, setMode] = useState<Mode>('new');
  const canChoose = props.hypothesisId !== null && props.offered === null && hasEvidence;
  const modes = canChoose ? (
    <Segmented
      label="Which evidence"
      size="sm"
      className="self-start"
      value={mode}
      options={[
        { value: 'new', label: 'New' },
        { value: 'existing', label: 'Already attached' },
      ]}
      onChange={setMode}
    />
  ) : null;
  if (mode === 'existing' && props.hypothesisId) {
    return <WeighExisting hypothesisId={props.hypothesisId} onClose={props.onClose} modes={modes} />;
  }
  return <AttachNew {...props} modes={modes} />;
}

function AttachNew({ hypothesisId, offered, onClose, modes }: EvidenceDialogProps & { modes: React.ReactNode }) {
  const room = useRoomStore();
  const hypotheses = useRoom((view) => view.drawn.hypotheses);
  const [body, setBody] = useState<OfferedBody>(offered ?? { text: '' });
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<EvidenceKind | ''>('');
  const [command, setCommand] = useState('');
  const [hypothesis, setHypothesis] = useState(hypothesisId ? (room.getState().drawn.hypotheses[hypothesisId]?.ref ?? '') : '');
  const [value, setValue] = useState<BearingValue>(0);
  const { send, refusal, isBusy } = useCommand('evidence.add');
  const isEmpty = 'text' in body && body.text.trim() === '';

  async function submit() {
    const input = {
      kind: kind || null,
      title: title.trim() || null,
      hypothesis: hypothesis || null,
      value: hypothesis ? value : null,
      source: { command: command.trim() || null },
    };
    const isTaken = 'file' in body ? await send(input, { attachment: body.file }) : await send({ ...input, text: body.text });
    if (isTaken) onClose();
  }

  return (
    <FormDialog
      size="lg"
      keepOpen={!isEmpty}
      title={hypothesisId ? `Attach evidence to ${hypothesis || 'nothing'}` : 'Attach evidence'}
      description="Something observed: an output, a graph, a trace, a change. Secrets are masked before it is stored."
      onClose={onClose}
      submit="Attach"
      busy={isBusy}
      canSubmit={!isEmpty}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      {modes}
      <EvidenceBody body={body} onChange={setBody} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_9rem]">
        <Field label="Title" aside="optional">
          {(control) => (
            <Input {...control} placeholder="its first line" value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label="Kind">
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as EvidenceKind | '')}>
              <option value="">by what it is</option>
              {EVIDENCE_KINDS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label="Command that printed it" aside="optional">
        {(control) => (
          <Textarea
            {...control}
            mono
            rows={1}
            className="text-xs"
            placeholder="redis-cli info memory"
            value={command}
            onChange={(event) => setCommand(event.target.value)}
          />
        )}
      </Field>
      <div className={hypothesis ? 'grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto]' : ''}>
        <Field label="Bears on">
          {(control) => (
            <Select {...control} value={hypothesis} onChange={(event) => setHypothesis(event.target.value)}>
              <option value="">no hypothesis yet</option>
              {Object.values(hypotheses).map(({ ref, statement }) => (
                <option key={ref} value={ref}>
                  {ref} {statement}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {hypothesis && <BearingChoice value={value} onChange={setValue} />}
      </div>
    </FormDialog>
  );
}
