'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { handOverNote } from '@/lib/core/incident/hand-over-note';
import type { UserId } from '@/lib/core/ids';
import { PersonSelect } from '../person-select';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

/** Offers command to somebody, with a note made from how the incident stands. It is theirs once they accept. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const room = useRoomStore();
  const me = useRoom((view) => view.me.userId);
  const [userId, setUserId] = useState<UserId | null>(null);
  const [note, setNote] = useState(() => handOverNote(room.getState().drawn));
  const { send, refusal, isBusy } = useCommand('command.hand-over');

  async function submit() {
    if (userId && (await send({ userId, note: note.trim() || null }))) onClose();
  }

  return (
    <FormDialog
      title="Hand command over"
      description="You command until the other side accepts. Then go off shift, and get some sleep."
      onClose={onClose}
      keepOpen
      submit="Offer command"
      busy={isBusy}
      canSubmit={userId !== null}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Field label="To whom">
        {(control) => <PersonSelect {...control} data-autofocus value={userId} onChange={setUserId} except={me} />}
      </Field>
      <Field label="What they need to know" hint="Made from how things stand now. Change what you like.">
        {(control) => <Textarea {...control} rows={8} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
