'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { PageComponent } from '@/lib/contracts/status-page';
import { COMPONENT_STATES, type ComponentState } from '@/lib/core/status/component-state';
import { useChange } from '../use-change';
import { STATE_LOOK } from './component-state-look';
import { TimeField } from './time-field';

const wordOf = (state: ComponentState) => STATE_LOOK[state].word.toLowerCase();

/** Says since when a component has been how. What was said later stands, and that is said. */
export function StateDialog({ component, onClose }: { component: PageComponent; onClose: () => void }) {
  const { change, isBusy, answer } = useChange<PageComponent>();
  const [state, setState] = useState<ComponentState>(component.state);
  const [at, setAt] = useState<string | null>(null);
  const id = useId();
  const message = messageBeside(answer, ['at']);

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = await change('POST', `/api/v1/status/components/${component.id}/state`, { state, at });
    if (!said.ok) return;
    onClose();
    if (said.value.state === state) toast.success(`${component.name}: ${wordOf(state)}.`);
    else toast.info(`Noted. Something else was said later: ${component.name} is ${wordOf(said.value.state)} now.`);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`${component.name} since an earlier time`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" disabled={at === null} busy={isBusy ? 'Saving …' : null}>
            Set it
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        {message && (
          <Banner tone="danger" live="assertive">
            {message}
          </Banner>
        )}
        <Field label="State">
          {(control) => (
            <Select {...control} value={state} onChange={(event) => setState(event.target.value as ComponentState)}>
              {COMPONENT_STATES.map((one) => (
                <option key={one} value={one}>
                  {STATE_LOOK[one].word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <TimeField
          label="Since"
          value={at}
          onChange={setAt}
          error={issueOf(answer, 'at')}
          hint="The bars of the page follow. What was said of a later time stands."
        />
      </form>
    </Dialog>
  );
}
