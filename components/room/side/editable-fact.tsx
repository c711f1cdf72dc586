'use client';

import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { CommandInput } from '@/lib/core/incident/registry';
import { useCommand } from '../use-command';

type EditableFactProps = {
  label: string;
  /** How it reads. */
  children: ReactNode;
  isEmpty?: boolean;
  canEdit: boolean;
  /** What the field holds at first. */
  initial: string;
  field: (props: { id: string; value: string; onChange: (value: string) => void }) => ReactNode;
  /** What to ask for, or null where that makes no sense. */
  input: (value: string) => CommandInput<'incident.describe'> | null;
  /** What stands there now: what is saved against something else is told so. */
  was: CommandInput<'incident.describe'>['was'];
  /** Enter begins a new line, Ctrl Enter saves. */
  multiline?: boolean;
};

/** A fact about the incident that becomes a field when it is pressed. */
export function EditableFact(props: EditableFactProps) {
  const { label, children, isEmpty, canEdit, initial, field, input, was, multiline } = props;
  const id = useId();
  const [value, setValue] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [seen, setSeen] = useState(initial);
  const { send, refusal, isBusy, clear } = useCommand('incident.describe');
  const close = () => {
    setValue(null);
    setProblem(null);
    clear();
  };

  async function save() {
    if (value === null || value === initial) return close();
    const asked = input(value);
    if (!asked) return setProblem('This makes no sense here. Correct it, or press Escape.');
    if (await send({ ...asked, was })) close();
  }
  function press(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
  }

  const said = problem ?? refusal?.message;
  const isMoved = value !== null && seen !== initial;
  return (
    <div className="contents">
      <dt className="pt-1 text-xs leading-5 text-faint touch:pt-3">
        {value === null ? label : <label htmlFor={id}>{label}</label>}
      </dt>
      <dd className="min-w-0">
        {value !== null ? (
          <div className="flex flex-col gap-1.5 pb-1" onKeyDown={press}>
            {field({ id, value, onChange: setValue })}
            {isMoved && (
              <p role="status" className="text-xs text-warn-ink">
                Changed meanwhile to “{initial || 'nothing'}”. Saving puts yours in its place.{' '}
                <button type="button" className="font-medium underline" onClick={close}>
                  Keep theirs
                </button>
              </p>
            )}
            {said && (
              <p role="alert" className="text-xs text-danger-ink">
                {said}
              </p>
            )}
            <div className="flex justify-end gap-1.5">
              <Button size="sm" variant="ghost" onClick={close}>
                Cancel
              </Button>
              <Button size="sm" variant="primary" busy={isBusy ? 'Saving …' : null} onClick={() => void save()}>
                Save
              </Button>
            </div>
          </div>
        ) : canEdit ? (
          <button
            type="button"
            className="-mx-1.5 block min-h-7 w-full rounded-md px-1.5 py-1 text-left wrap-anywhere hover:bg-hover touch:min-h-11 touch:py-3"
            onClick={() => {
              setSeen(initial);
              setValue(initial);
            }}
          >
            {isEmpty ? <span className="text-faint">add</span> : children}
            <span className="sr-only">, edit {label}</span>
          </button>
        ) : (
          <div className="py-1 wrap-anywhere">{isEmpty ? <span className="text-faint">not known</span> : children}</div>
        )}
      </dd>
    </div>
  );
}
