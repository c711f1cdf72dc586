'use client';

import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { FormDialog } from './form-dialog';

/** What the commander leaves to whom command is offered: read it, then take it. */
export function HandOverNoteDialog({ onClose }: { onClose: () => void }) {
  const offer = useRoom((view) => view.drawn.handOver);
  const from = useRoom(({ drawn }) => (drawn.handOver ? (drawn.people[drawn.handOver.fromId] ?? 'Somebody') : ''));
  const { send, refusal, isBusy } = useCommand('command.accept');
  if (!offer) return null;

  async function submit() {
    if (await send({})) onClose();
  }

  return (
    <FormDialog
      title={`${from} hands command over to you`}
      description="It is yours once you accept."
      onClose={onClose}
      submit="Accept command"
      busy={isBusy}
      canSubmit
      refusal={refusal?.message ?? null}
      onSubmit={() => void submit()}
    >
      <p
        className="max-h-80 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-sm whitespace-pre-line wrap-anywhere"
        tabIndex={0}
      >
        {offer.note}
      </p>
    </FormDialog>
  );
}
