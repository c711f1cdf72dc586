'use client';

import { Checkbox } from '@/components/ui/checkbox';
import type { ComponentList } from '@/lib/contracts/status-page';
import { inGroup } from './arrange';

type ComponentChoiceProps = { list: ComponentList; chosen: string[]; onChange: (ids: string[]) => void };

/** Components to tick, in the order of the page. */
export function ComponentChoice({ list, chosen, onChange }: ComponentChoiceProps) {
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const parts = [{ id: null, name: null }, ...list.groups].filter(({ id }) => inGroup(list, id).length > 0);
  if (parts.length === 0) return <p className="text-xs text-muted">There are no components yet.</p>;
  return (
    <fieldset className="max-h-48 overflow-y-auto rounded-md border border-line-strong px-3 py-2">
      <legend className="sr-only">Components</legend>
      {parts.map((part) => (
        <div key={part.id ?? ''} className="flex flex-col">
          {part.name && <span className="pt-1 text-xs text-muted">{part.name}</span>}
          {inGroup(list, part.id).map(({ id, name }) => (
            <Checkbox key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
              {name}
            </Checkbox>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
