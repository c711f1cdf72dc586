'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { clockText } from '@/components/ui/time/format';
import { useZone } from '@/components/ui/time/zone';
import { inMinutes } from '@/lib/client/update-choices';
import { AUDIENCES, type Audience } from '@/lib/core/incident/state';
import { FormDialog } from '../dialogs/form-dialog';
import { useRoom, useRoomStore } from '../room-provider';
import { useCommand } from '../use-command';
import { DueField } from './due-field';
import { AUDIENCE_IN_TEXT, AUDIENCE_WORD } from './words';

const OPTIONS = AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORD[value] }));

/** Promises the next update; where one is promised, moves it to later with a reason. */
export function PromiseDialog({ onClose }: { onClose: () => void }) {
  const [isPromised] = useState(useRoom((view) => view.drawn.nextUpdateAt !== null));
  return isPromised ? <SnoozeDialog onClose={onClose} /> : <NewPromiseDialog onClose={onClose} />;
}

function NewPromiseDialog({ onClose }: { onClose: () => void }) {
  const room = useRoomStore();
  const [audience, setAudience] = useState<Audience>('stakeholders');
  const [at, setAt] = useState<string | null>(() => inMinutes(Date.now() + room.getState().clockOffsetMs, 30));
  const { send, refusal, isBusy } = useCommand('update.promise');

  async function submit() {
    if (await send({ nextUpdateAt: at, audience, was: null })) onClose();
  }

  return (
    <FormDialog
      title="Promise the next update"
      description="Everybody here sees the time run, and whoever has the comms role is reminded."
      onClose={onClose}
      submit="Promise"
      busy={isBusy}
      canSubmit={at !== null}
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <Segmented label="To whom" options={OPTIONS} value={audience} onChange={setAudience} className="self-start" />
      <DueField label="Next update" at={at} onChange={setAt} />
    </FormDialog>
  );
}

function SnoozeDialog({ onClose }: { onClose: () => void }) {
  const room = useRoomStore();
  const zone = useZone();
  const [{ from, audience }] = useState(() => {
    const { nextUpdateAt, promise } = room.getState().drawn;
    return { from: nextUpdateAt ?? '', audience: promise?.audience ?? 'stakeholders' };
  });
  const [to, setTo] = useState<string | null>(() =>
    inMinutes(Math.max(Date.now() + room.getState().clockOffsetMs, Date.parse(from)), 15),
  );
  const [because, setBecause] = useState('');
  const snooze = useCommand('update.snooze');
  const withdraw = useCommand('update.promise');

  async function submit() {
    if (to !== null && (await snooze.send({ to, because: because.trim(), was: from }))) onClose();
  }
  async function take() {
    if (await withdraw.send({ nextUpdateAt: null, was: from })) onClose();
  }

  return (
    <FormDialog
      title="Move the next update to later"
      description={`It was promised to ${AUDIENCE_IN_TEXT[audience]} by ${clockText(from, zone)} ${zone === 'utc' ? 'UTC' : 'local'}. Your reason stands in the log.`}
      onClose={onClose}
      keepOpen={because !== ''}
      submit="Move it"
      busy={snooze.isBusy}
      canSubmit={because.trim() !== '' && to !== null}
      refusal={snooze.refusal?.message ?? withdraw.refusal?.message ?? null}
      onSubmit={() => void submit()}
      aside={
        <Button variant="ghost" onClick={() => void take()}>
          Withdraw it
        </Button>
      }
    >
      <DueField label="Later" at={to} from={from} onChange={setTo} />
      <Field label="Why it comes later">
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            placeholder="The test is still running"
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
