'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { PublishTargetKind, PublishTargetSummary } from '@/lib/contracts/publishing';
import { useChange } from '../use-change';
import { KIND_FIELDS, KIND_SECRET, KIND_WORD } from './target-fields';

const KINDS = Object.keys(KIND_WORD) as PublishTargetKind[];
const PATH = '/api/v1/status/targets';

type TargetFormProps = { target: PublishTargetSummary | null; onClose: () => void; onSaved: () => void };

/** Adds a target, or changes one; its secret is written and never shown. */
export function TargetForm({ target, onClose, onSaved }: TargetFormProps) {
  const { change, isBusy, answer } = useChange<PublishTargetSummary>();
  const [kind, setKind] = useState<PublishTargetKind>(target?.kind ?? 'folder');
  const [name, setName] = useState(target?.name ?? '');
  const [config, setConfig] = useState<Record<string, string>>((target?.config ?? {}) as Record<string, string>);
  const [secret, setSecret] = useState('');
  const id = useId();
  const fields = KIND_FIELDS[kind];
  const message = messageBeside(answer, ['name', 'secret', ...fields.map((field) => `config.${field.name}`)]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const filled = Object.fromEntries(fields.map((field) => [field.name, (config[field.name] ?? '').trim()]));
    const written = secret === '' ? {} : { secret };
    const before = (target?.config ?? {}) as Record<string, string>;
    // A place that changes wants its secret again: what did not change is not sent.
    const moved = fields.some((field) => filled[field.name] !== (before[field.name] ?? '')) ? { config: filled } : {};
    const said = target
      ? await change('PATCH', `${PATH}/${target.id}`, { name, ...moved, ...written })
      : await change('POST', PATH, { kind, name, config: filled, secret: secret || null });
    if (said.ok) onSaved();
  }

  return (
    <Dialog
      open
      keepOpen
      onClose={onClose}
      title={target ? `Change ${target.name}` : 'Add a target'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy ? 'Saving …' : null}>
            {target ? 'Save' : 'Add it'}
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
        {!target && (
          <Field label="Kind">
            {(control) => (
              <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as PublishTargetKind)}>
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {KIND_WORD[one]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label="Name" error={issueOf(answer, 'name')}>
          {(control) => <Input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        {fields.map((field) => (
          <Field
            key={`${kind} ${field.name}`}
            label={field.label}
            aside={field.isOptional && 'optional'}
            hint={field.hint}
            error={issueOf(answer, `config.${field.name}`)}
          >
            {(control) => (
              <Input
                {...control}
                mono
                autoComplete="off"
                value={config[field.name] ?? ''}
                onChange={(event) => setConfig((now) => ({ ...now, [field.name]: event.target.value }))}
              />
            )}
          </Field>
        ))}
        {KIND_SECRET[kind] && (
          <Field
            label={KIND_SECRET[kind]}
            aside={kind === 'git' && 'optional'}
            hint={target?.hasSecret ? 'One is kept. Leave this empty to keep it.' : 'Kept sealed, and never shown again.'}
            error={issueOf(answer, 'secret')}
          >
            {(control) => (
              <Textarea
                {...control}
                mono
                autoComplete="off"
                spellCheck={false}
                value={secret}
                onChange={(event) => setSecret(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  );
}
