'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { TaskForm as TaskFormName } from '@/lib/client/actions/task-actions';
import type { UserId } from '@/lib/core/ids';
import type { Task } from '@/lib/core/incident/state';
import { PersonSelect } from '../person-select';
import { useCommand } from '../use-command';

export type { TaskFormName };

type TaskFormProps = { task: Task; form: TaskFormName; onClose: () => void };

const WORDS = {
  drop: { label: 'Why it is dropped', submit: 'Drop' },
  outcome: { label: 'What came of it', submit: 'Finish' },
  assign: { label: 'To whom', submit: 'Assign' },
} as const;

/** What a task still wants, in place. */
export function TaskForm({ task: { ref, ownerId }, form, onClose }: TaskFormProps) {
  const [words, setWords] = useState('');
  const [userId, setUserId] = useState<UserId | null>(null);
  const finish = useCommand('task.finish');
  const drop = useCommand('task.drop');
  const assign = useCommand('task.assign');
  const { refusal, isBusy } = { outcome: finish, drop, assign }[form];
  const canSubmit = form === 'assign' ? userId !== null : words.trim() !== '';

  async function submit() {
    if (!canSubmit) return;
    const isTaken =
      form === 'assign'
        ? await assign.send({ task: ref, userId, was: ownerId })
        : form === 'drop'
          ? await drop.send({ task: ref, because: words.trim() })
          : await finish.send({ task: ref, outcome: words.trim() });
    if (isTaken) onClose();
  }

  return (
    <form
      className="mt-2 mb-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <Field label={WORDS[form].label} error={refusal?.message ?? null}>
        {(control) =>
          form === 'assign' ? (
            <PersonSelect {...control} autoFocus value={userId} onChange={setUserId} except={ownerId} />
          ) : (
            <Textarea {...control} autoFocus rows={1} value={words} onChange={(event) => setWords(event.target.value)} />
          )
        }
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" disabled={!canSubmit} busy={isBusy ? 'Saving …' : null}>
          {WORDS[form].submit}
        </Button>
      </div>
    </form>
  );
}
