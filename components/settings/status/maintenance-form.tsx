'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ComponentList, Maintenance } from '@/lib/contracts/status-page';
import { isUnderWay } from '@/lib/core/status/maintenance-phase';
import { useChange } from '../use-change';
import { ComponentChoice } from './component-choice';
import { TimeField } from './time-field';

const HOUR_MS = 3_600_000;
const FIELDS = ['title', 'text', 'startsAt', 'endsAt', 'componentIds'];

/** The next full hour but one: nobody plans for the next minutes. */
const fromNow = (hours: number) => new Date((Math.floor(Date.now() / HOUR_MS) + 1 + hours) * HOUR_MS).toISOString();

type MaintenanceFormProps = { maintenance: Maintenance | null; components: ComponentList; onClose: () => void };

/** Plans a maintenance, or changes what is planned. */
export function MaintenanceForm({ maintenance, components, onClose }: MaintenanceFormProps) {
  const { change, isBusy, answer } = useChange<Maintenance>();
  const [title, setTitle] = useState(maintenance?.title ?? '');
  const [text, setText] = useState(maintenance?.text ?? '');
  const [startsAt, setStart] = useState<string | null>(() => maintenance?.startsAt ?? fromNow(1));
  const [endsAt, setEnd] = useState<string | null>(() => maintenance?.endsAt ?? fromNow(2));
  const [componentIds, setComponents] = useState(maintenance?.componentIds ?? []);
  const [isPublic, setPublic] = useState(maintenance?.isPublic ?? true);
  const id = useId();
  const message = messageBeside(answer, FIELDS);
  const hasBegun = maintenance !== null && isUnderWay(maintenance);

  async function save(event: FormEvent) {
    event.preventDefault();
    const ahead = hasBegun ? {} : { startsAt, componentIds };
    const body = { title, text, endsAt, isPublic, ...ahead };
    const path = '/api/v1/status/maintenance';
    const said = maintenance ? await change('PATCH', `${path}/${maintenance.id}`, body) : await change('POST', path, body);
    if (said.ok) onClose();
  }

  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={maintenance ? 'Change the maintenance' : 'Plan a maintenance'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy ? 'Saving …' : null}>
            {maintenance ? 'Save' : 'Plan it'}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        {message && (
          <Banner tone="danger" live="assertive">
            {message}
          </Banner>
        )}
        <Field label="Title" error={issueOf(answer, 'title')}>
          {(control) => (
            <Input {...control} autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field
          label="What people will notice"
          error={issueOf(answer, 'text')}
          hint={maintenance ? 'The first word about it is then marked as edited.' : undefined}
        >
          {(control) => <Textarea {...control} rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          {!hasBegun && <TimeField label="Begins" value={startsAt} onChange={setStart} error={issueOf(answer, 'startsAt')} />}
          <TimeField label="Ends" value={endsAt} onChange={setEnd} error={issueOf(answer, 'endsAt')} />
        </div>
        {!hasBegun && (
          <div className="flex flex-col gap-1">
            <span className="text-sm font-medium">Components</span>
            <ComponentChoice list={components} chosen={componentIds} onChange={setComponents} />
            <p className="text-xs text-muted">They are shown as under maintenance from its beginning to its end.</p>
          </div>
        )}
        <Checkbox checked={isPublic} onChange={(event) => setPublic(event.target.checked)} hint="Else only signed-in staff.">
          Everybody sees it, and subscribers are told
        </Checkbox>
      </form>
    </Dialog>
  );
}
