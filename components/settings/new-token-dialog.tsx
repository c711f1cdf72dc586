'use client';

import { useId, useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { CreatedToken } from '@/lib/contracts/people';
import { useChange } from './use-change';

const DAY_MS = 86_400_000;
const LIVES = [
  { days: 7, label: '7 days' },
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: 'one year' },
];

const SCOPES = [
  { value: 'read', label: 'Reads only' },
  { value: 'write', label: 'Reads and writes' },
] as const;

type NewTokenDialogProps = { open: boolean; onClose: () => void; onMade: (token: CreatedToken) => void };

export function NewTokenDialog({ open, onClose, onMade }: NewTokenDialogProps) {
  return open ? <NewTokenForm onClose={onClose} onMade={onMade} /> : null;
}

function NewTokenForm({ onClose, onMade }: Omit<NewTokenDialogProps, 'open'>) {
  const { change, isBusy, answer } = useChange<CreatedToken>();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [days, setDays] = useState(90);
  const id = useId();
  const message = messageBeside(answer, ['name', 'expiresAt']);

  async function make(event: FormEvent) {
    event.preventDefault();
    const expiresAt = days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString();
    const said = await change('POST', '/api/v1/tokens', { name, scope, expiresAt });
    if (!said.ok) return;
    onClose();
    onMade(said.value);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="New API token"
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isBusy ? 'Making …' : null}>
            Make the token
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void make(event)} className="flex flex-col gap-4">
        {message && (
          <Banner tone="danger" live="assertive">
            {message}
          </Banner>
        )}
        <Field label="Name" hint="What uses it: deploy script, laptop, agent." error={issueOf(answer, 'name')}>
          {(control) => (
            <Input {...control} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium">
            What it may do
          </span>
          <Segmented label="What it may do" options={SCOPES} value={scope} onChange={setScope} />
        </div>
        <Field label="Ends after" error={issueOf(answer, 'expiresAt')}>
          {(control) => (
            <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {LIVES.map((life) => (
                <option key={life.days} value={life.days}>
                  {life.label}
                </option>
              ))}
              <option value={0}>never; end it yourself</option>
            </Select>
          )}
        </Field>
      </form>
    </Dialog>
  );
}
