import { Checkbox } from '@/components/ui/checkbox';
import type { SubscribableComponent } from '@/lib/contracts/subscribers';

type ComponentChoiceProps = { components: SubscribableComponent[]; chosen?: readonly string[] };

function groupsOf(components: SubscribableComponent[]): [string | null, SubscribableComponent[]][] {
  const groups = new Map<string | null, SubscribableComponent[]>();
  for (const one of components) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}

/** Of what somebody wants to hear; plain checkboxes, for a form that is sent without a script. */
export function ComponentChoice({ components, chosen = [] }: ComponentChoiceProps) {
  if (components.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">Only about these</legend>
      <p className="text-xs text-muted">Leave them all unchecked to hear of everything.</p>
      {groupsOf(components).map(([group, members]) => (
        <div key={group ?? ''} className="flex flex-col gap-1">
          {group !== null && <span className="pt-1 text-xs text-muted">{group}</span>}
          <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            {members.map(({ id, name }) => (
              <Checkbox key={id} name="components" value={id} defaultChecked={chosen.includes(id)}>
                {name}
              </Checkbox>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
