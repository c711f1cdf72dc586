'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { goOffNote } from '@/lib/core/incident/hand-over-note';
import { ownedBy } from '@/lib/core/incident/owned-by';
import type { UserId } from '@/lib/core/ids';
import { listed } from '@/lib/core/incident/describe-text';
import { PersonSelect } from '../person-select';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

const WAYS = { back: 'Give it back to everybody', hand: 'Hand it to somebody', keep: 'Keep it' } as const;
type Way = keyof typeof WAYS;

/** Ends one's shift: with a note made from what one has, and what becomes of that. */
export function GoOffDialog({ onClose }: { onClose: () => void }) {
  const room = useRoomStore();
  const me = useRoom((view) => view.me.userId);
  const [refs] = useState(() => {
    const { hypotheses, tasks } = ownedBy(room.getState().drawn, me);
    return [...hypotheses, ...tasks].map(({ ref }) => ref);
  });
  const [note, setNote] = useState(() => goOffNote(room.getState().drawn, me));
  const [way, setWay] = useState<Way>('back');
  const [to, setTo] = useState<UserId | null>(null);
  const { send, refusal, isBusy } = useCommand('shift.end');
  const owns = refs.length > 0;

  async function submit() {
    const left = owns ? { handTo: way === 'hand' ? to : null, giveBack: way === 'back' } : {};
    if (await send({ note: note.trim() || null, ...left })) onClose();
  }

  return (
    <FormDialog
      title="Go off shift"
      description="Your roles here are given back. Get some sleep: it is part of the method."
      onClose={onClose}
      keepOpen
      submit="Go off shift"
      busy={isBusy}
      canSubmit={!owns || way !== 'hand' || to !== null}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field
        label="What the others need to know"
        hint={owns ? 'Made from what you have. Change what you like.' : 'Can be left empty.'}
      >
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            rows={owns ? 6 : 3}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {owns && (
        <Field label={`What becomes of ${listed(refs)}`}>
          {(control) => (
            <Select {...control} value={way} onChange={(event) => setWay(event.target.value as Way)}>
              {Object.entries(WAYS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {owns && way === 'hand' && (
        <Field label="To whom">{(control) => <PersonSelect {...control} value={to} onChange={setTo} except={me} />}</Field>
      )}
    </FormDialog>
  );
}
