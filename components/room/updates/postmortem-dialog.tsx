'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { FormDialog } from '../dialogs/form-dialog';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';

/** Links the postmortem on the status page, changes the link, or takes it back. */
export function PostmortemDialog({ onClose }: { onClose: () => void }) {
  const [was] = useState(useRoom((view) => view.drawn.postmortemUrl));
  const [url, setUrl] = useState(was ?? '');
  const publish = useCommand('postmortem.publish');
  const takeBack = useCommand('postmortem.publish');

  async function submit() {
    if (await publish.send({ url: url.trim(), was })) onClose();
  }
  async function take() {
    if (await takeBack.send({ url: null, was })) onClose();
  }

  return (
    <FormDialog
      size="sm"
      title={was === null ? 'Link the postmortem' : 'Change the link to the postmortem'}
      description="The status page and its feeds show it with the incident, for everybody to open."
      onClose={onClose}
      keepOpen={url.trim() !== (was ?? '')}
      submit={was === null ? 'Link it' : 'Change it'}
      busy={publish.isBusy}
      canSubmit={url.trim() !== '' && url.trim() !== was}
      refusal={publish.refusal?.message ?? takeBack.refusal?.message ?? null}
      onSubmit={() => void submit()}
      aside={
        was !== null && (
          <Button variant="ghost" onClick={() => void take()}>
            Take it back
          </Button>
        )
      }
    >
      <Field label="Address of the postmortem">
        {(control) => (
          <Input
            {...control}
            data-autofocus
            type="text"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
