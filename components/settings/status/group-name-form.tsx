'use client';

import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ComponentGroup } from '@/lib/contracts/status-page';
import { useChange } from '../use-change';

type GroupNameFormProps = { group: ComponentGroup | null; onClose: () => void };

/** Names a new group, or one that is there anew. */
export function GroupNameForm({ group, onClose }: GroupNameFormProps) {
  const { change, isBusy, answer } = useChange<ComponentGroup>();
  const [name, setName] = useState(group?.name ?? '');
  const path = '/api/v1/status/groups';

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = group ? await change('PATCH', `${path}/${group.id}`, { name }) : await change('POST', path, { name });
    if (said.ok) onClose();
  }
  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <form onSubmit={(event) => void save(event)} onKeyDown={leave} className="bg-sunken px-4 py-3">
      <Field label="Name of the group" error={answer && !answer.ok ? answer.message : null} className="max-w-md">
        {(control) => (
          <span className="flex gap-2">
            <Input
              {...control}
              autoFocus
              required
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={isBusy ? 'Saving …' : null} disabled={name.trim() === ''}>
              {group ? 'Save' : 'Add'}
            </Button>
          </span>
        )}
      </Field>
    </form>
  );
}
