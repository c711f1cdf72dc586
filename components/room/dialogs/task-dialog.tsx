'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { leads } from '@/lib/client/offers';
import type { HypothesisId, UserId } from '@/lib/core/ids';
import { TASK_KINDS, type TaskKind } from '@/lib/core/incident/state';
import { PersonSelect } from '../person-select';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

const WORDS: Record<TaskKind, string> = {
  mitigation: 'Mitigation',
  investigation: 'Investigation',
  communication: 'Communication',
  'follow-up': 'Follow-up',
};

/** Adds a task. */
export function TaskDialog({ hypothesisId, onClose }: { hypothesisId: HypothesisId | null; onClose: () => void }) {
  const canLead = useRoom(leads);
  const me = useRoom((view) => view.me);
  const isClosed = useRoom((view) => view.drawn.status === 'closed');
  const hypothesis = useRoom(({ drawn }) => (hypothesisId ? (drawn.hypotheses[hypothesisId]?.ref ?? null) : null));
  const [text, setText] = useState('');
  const [kind, setKind] = useState<TaskKind>(isClosed ? 'follow-up' : 'investigation');
  const [ownerId, setOwnerId] = useState<UserId | null>(null);
  const { send, refusal, isBusy } = useCommand('task.add');

  async function submit() {
    if (await send({ text, kind, ownerId, hypothesis })) onClose();
  }

  return (
    <FormDialog
      title={hypothesis ? `Add a task for ${hypothesis}` : 'Add a task'}
      onClose={onClose}
      keepOpen={text !== ''}
      submit="Add"
      busy={isBusy}
      canSubmit={text.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="What is to be done">
        {(control) => (
          <Input
            {...control}
            data-autofocus
            placeholder="Raise maxmemory on redis-a"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <span className="text-sm font-medium">Kind</span>
        <Segmented
          label="Kind of task"
          size="sm"
          className="self-start max-sm:flex-wrap"
          value={kind}
          options={TASK_KINDS.map((value) => ({ value, label: WORDS[value] }))}
          onChange={setKind}
        />
      </div>
      <Field label="Who does it" aside="optional">
        {(control) => (
          <PersonSelect
            {...control}
            value={ownerId}
            onChange={setOwnerId}
            nobody="nobody yet"
            people={canLead ? undefined : [me]}
          />
        )}
      </Field>
    </FormDialog>
  );
}
