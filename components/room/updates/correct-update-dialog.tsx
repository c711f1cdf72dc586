'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useZone } from '@/components/ui/time/zone';
import type { UpdateId } from '@/lib/core/ids';
import type { Update } from '@/lib/core/incident/state';
import type { ComponentState } from '@/lib/core/status/component-state';
import { FormDialog } from '../dialogs/form-dialog';
import { InstantField } from '../instant-field';
import { readInstant, writtenInstant } from '../instant-text';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { ComponentPicks } from './component-picks';

/** Puts right what an update says, or when it was given. What it said before is kept. */
export function CorrectUpdateDialog({ updateId, onClose }: { updateId: UpdateId; onClose: () => void }) {
  const room = useRoomStore();
  const [update] = useState(() => room.getState().drawn.updates[updateId]);
  return update ? <CorrectForm update={update} onClose={onClose} /> : null;
}

function CorrectForm({ update, onClose }: { update: Update; onClose: () => void }) {
  const { ref, audience, postedBy, corrections } = update;
  const zone = useZone();
  const [text, setText] = useState(update.text);
  const [givenAt, setGivenAt] = useState(() => writtenInstant(postedBy.at, zone));
  const [because, setBecause] = useState('');
  const [components, setComponents] = useState(update.components);
  const known = useRoom((view) => view.components);
  const { send, refusal, isBusy } = useCommand('update.correct');
  const isMoved = givenAt !== writtenInstant(postedBy.at, zone);
  const postedAt = isMoved ? readInstant(givenAt, zone, postedBy.at) : null;
  const isWrong = isMoved && postedAt === null;
  const states = components.map(({ componentId, state }) => ({ componentId, state }));
  const isRestated = JSON.stringify(components) !== JSON.stringify(update.components);

  function pick(changed: Record<string, ComponentState | null>) {
    const named = new Map(components.map((one) => [one.componentId as string, one]));
    for (const [componentId, state] of Object.entries(changed)) {
      const one = known.find((candidate) => candidate.componentId === componentId);
      if (state === null) named.delete(componentId);
      else if (one) named.set(componentId, { componentId: one.componentId, name: one.name, state });
    }
    setComponents([...named.values()]);
  }
  async function submit() {
    const change = {
      ...(text === update.text ? {} : { text }),
      ...(postedAt ? { postedAt } : {}),
      ...(isRestated ? { components: states } : {}),
    };
    if (await send({ update: ref, ...change, because: because.trim() || null, corrections: corrections.length })) onClose();
  }

  return (
    <FormDialog
      title={`Correct ${ref}`}
      description={
        audience === 'public'
          ? 'The status page shows the new words, marked as edited. Mail that went out stays as it is.'
          : 'It is marked as edited; what it said before is kept here.'
      }
      onClose={onClose}
      keepOpen={text !== update.text}
      submit="Correct"
      busy={isBusy}
      canSubmit={!isWrong && text.trim() !== ''}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="Text">
        {(control) => (
          <Textarea {...control} data-autofocus rows={5} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Field label="Given at" error={isWrong ? 'Write a time that has passed, such as 2026-11-23 16:02.' : null}>
        {(control) => <InstantField {...control} zone={zone} value={givenAt} onChange={setGivenAt} />}
      </Field>
      {audience !== 'team' && (
        <ComponentPicks
          known={known.filter(({ isPublic }) => isPublic || audience !== 'public')}
          picked={components}
          onPick={pick}
        />
      )}
      <Field label="Why" aside="optional">
        {(control) => <Input {...control} value={because} onChange={(event) => setBecause(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
