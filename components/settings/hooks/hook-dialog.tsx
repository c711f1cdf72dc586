'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { CreatedHook, HookSummary } from '@/lib/contracts/hooks';
import { HOOK_EVENTS, HOOK_EVENT_TITLES, type HookEvent } from '@/lib/core/hooks/hook-news';
import { HOOK_SHAPES, type HookShape } from '@/lib/core/hooks/shape';
import { useChange } from '../use-change';
import { SHAPE_NAMES } from './shape-names';

type HookDialogProps = { hook: HookSummary | null; onClose: () => void; onSaved: (hook: CreatedHook) => void };

const USUAL: HookEvent[] = ['declared', 'severity', 'status', 'command', 'cause'];
const PATH = '/api/v1/hooks';

/** A new hook, or another address, name or choice for one. */
export function HookDialog({ hook, onClose, onSaved }: HookDialogProps) {
  const { change, isBusy, answer } = useChange<CreatedHook>();
  const [name, setName] = useState(hook?.name ?? '');
  const [url, setUrl] = useState('');
  const [shape, setShape] = useState<HookShape>(hook?.shape ?? 'slack');
  const [events, setEvents] = useState<readonly HookEvent[]>(hook?.events ?? USUAL);
  const id = useId();
  const message = messageBeside(answer, ['name', 'url']);

  async function save(event: FormEvent) {
    event.preventDefault();
    const chosen = { name, shape, events, ...(url === '' ? {} : { url }) };
    const said = hook ? await change('PATCH', `${PATH}/${hook.id}`, chosen) : await change('POST', PATH, { ...chosen, url });
    if (!said.ok) return;
    onClose();
    onSaved(said.value);
  }
  const toggle = (event: HookEvent, on: boolean) =>
    setEvents(HOOK_EVENTS.filter((one) => (one === event ? on : events.includes(one))));

  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={hook ? `Change “${hook.name}”` : 'New hook'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy ? 'Saving …' : null}>
            {hook ? 'Save' : 'Add the hook'}
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
        <Field label="Name" hint="How you know it: the channel, the program." error={issueOf(answer, 'name')}>
          {(control) => (
            <Input {...control} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label="Receiver">
          {(control) => (
            <Select {...control} value={shape} onChange={(event) => setShape(event.target.value as HookShape)}>
              {HOOK_SHAPES.map((one) => (
                <option key={one} value={one}>
                  {SHAPE_NAMES[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Address"
          hint={
            hook
              ? `${hook.address} now. Leave it empty to keep it.`
              : 'As the receiver gave it. Whoever knows it can write there, so it is not shown again.'
          }
          error={issueOf(answer, 'url')}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              required={!hook}
              autoComplete="off"
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-0.5">
          <legend className="pb-1 text-sm font-medium">Tell it when</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {HOOK_EVENTS.map((event) => (
              <Checkbox
                key={event}
                checked={events.includes(event)}
                onChange={(changed) => toggle(event, changed.target.checked)}
              >
                {HOOK_EVENT_TITLES[event]}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  );
}
