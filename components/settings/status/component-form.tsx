'use client';

import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { messageBeside, issueOf, type ApiAnswer } from '@/components/shell/call-api';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export type ComponentWords = { name: string; description: string | null; isPublic: boolean };

type ComponentFormProps = {
  start: ComponentWords;
  submit: string;
  busy: string | null;
  answer: ApiAnswer<unknown> | null;
  onSubmit: (words: ComponentWords) => void;
  onClose: () => void;
};

/** Name, description and who sees it, in the place where the component stands. */
export function ComponentForm({ start, submit, busy, answer, onSubmit, onClose }: ComponentFormProps) {
  const [name, setName] = useState(start.name);
  const [description, setDescription] = useState(start.description ?? '');
  const [isPublic, setPublic] = useState(start.isPublic);

  function save(event: FormEvent) {
    event.preventDefault();
    onSubmit({ name, description: description.trim() || null, isPublic });
  }
  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <form onSubmit={save} onKeyDown={leave} className="flex flex-col gap-3 bg-sunken px-4 py-3">
      <div className="grid gap-3 sm:grid-cols-[2fr_3fr]">
        <Field label="Name" error={issueOf(answer, 'name') ?? messageBeside(answer, ['name', 'description'])}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="What it is" aside="optional" error={issueOf(answer, 'description')}>
          {(control) => (
            <Input {...control} autoComplete="off" value={description} onChange={(event) => setDescription(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox size="sm" checked={isPublic} onChange={(event) => setPublic(event.target.checked)}>
          Everybody sees it; else only signed-in staff
        </Checkbox>
        <span className="flex gap-2">
          <Button size="sm" onClick={onClose}>
            Cancel
          </Button>
          <Button size="sm" type="submit" variant="primary" busy={busy} disabled={name.trim() === ''}>
            {submit}
          </Button>
        </span>
      </div>
    </form>
  );
}
