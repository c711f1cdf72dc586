'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { UserId } from '@/lib/core/ids';
import type { Hypothesis } from '@/lib/core/incident/state';
import { PersonSelect } from '../person-select';
import { useRoomUiStore } from '../room-context';
import { useCommand } from '../use-command';
import { FormFrame } from './form-frame';
import { TIME_BOX_MINUTES } from './test-form';

/** Gives a hypothesis to somebody, with a time-box or without. */
export function AssignForm({ hypothesis: { ref, ownerId } }: { hypothesis: Hypothesis }) {
  const ui = useRoomUiStore();
  const [userId, setUserId] = useState<UserId | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  const { send, refusal, isBusy } = useCommand('hypothesis.assign');

  async function submit() {
    if (userId && (await send({ hypothesis: ref, userId, minutes, was: ownerId }))) ui.getState().closeCard();
  }

  return (
    <FormFrame
      focus={ref}
      refusal={refusal?.message ?? null}
      submit="Assign"
      isBusy={isBusy}
      canSubmit={userId !== null}
      onSubmit={() => void submit()}
    >
      <div className="grid grid-cols-2 gap-2">
        <Field label="To whom">
          {(control) => <PersonSelect {...control} value={userId} onChange={setUserId} except={ownerId} />}
        </Field>
        <Field label="Time-box">
          {(control) => (
            <Select {...control} value={minutes ?? ''} onChange={(event) => setMinutes(Number(event.target.value) || null)}>
              <option value="">none</option>
              {TIME_BOX_MINUTES.map((one) => (
                <option key={one} value={one}>
                  {one} min
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </FormFrame>
  );
}
