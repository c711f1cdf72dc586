'use client';

import type { UpdateId } from '@/lib/core/ids';
import { RedactForm } from '../dialogs/redact-form';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';

/** Takes the words of an update out for good, here and on the status page. */
export function RedactUpdateDialog({ updateId, onClose }: { updateId: UpdateId; onClose: () => void }) {
  const update = useRoom((view) => view.drawn.updates[updateId]);
  const { send, refusal, isBusy } = useCommand('update.redact');
  if (!update) return null;
  const { ref, audience } = update;
  return (
    <RedactForm
      reference={ref}
      description={
        audience === 'public'
          ? 'It leaves the status page, and its words are removed here for good. Mail that went out cannot be called back.'
          : 'Its words, and what it said before, are removed for everybody and for good. That it was given, and your reason, stay.'
      }
      placeholder="It named a customer"
      isBusy={isBusy}
      refusal={refusal}
      redact={(because) => send({ update: ref, because })}
      onClose={onClose}
    />
  );
}
