'use client';

import { Boxes } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ComponentGroup, ComponentList, PageComponent } from '@/lib/contracts/status-page';
import { PageHead, Panel } from '../section';
import { AddComponent } from './add-component';
import { inGroup } from './arrange';
import { ComponentRow } from './component-row';
import { GroupHead } from './group-head';
import { GroupNameForm } from './group-name-form';
import { useArranging, type Arranging } from './use-arranging';

/** Where something is being added: to a group, without one, or a group itself. */
type Adding = { to: string | null } | 'group' | null;

const LEAD = 'What the status page is made of, in the order in which it is shown.';

/** Groups and components of the status page. */
export function ComponentSettings({ saved }: { saved: ComponentList }) {
  const isAdmin = useMe().role === 'admin';
  const arranging = useArranging(saved);
  const [adding, setAdding] = useState<Adding>(null);
  const { groups, components } = arranging.list;
  const isEmpty = groups.length === 0 && components.length === 0;
  const close = () => setAdding(null);
  const isAddingTo = (groupId: string | null) => adding !== null && adding !== 'group' && adding.to === groupId;
  const actions = isAdmin && !isEmpty && (
    <span className="flex gap-2">
      <Button onClick={() => setAdding('group')}>Add a group</Button>
      <Button variant="primary" onClick={() => setAdding({ to: null })}>
        Add a component
      </Button>
    </span>
  );
  const parts = { arranging, isAdmin, close, onAdd: (to: string) => setAdding({ to }) };
  return (
    <>
      <PageHead title="Components" lead={LEAD} action={actions} />
      {isEmpty && adding === null && <Nothing onAdd={isAdmin ? () => setAdding({ to: null }) : null} />}
      {(inGroup(arranging.list, null).length > 0 || isAddingTo(null)) && (
        <Part {...parts} group={null} isAdding={isAddingTo(null)} />
      )}
      {groups.map((group) => (
        <Part key={group.id} {...parts} group={group} isAdding={isAddingTo(group.id)} />
      ))}
      {adding === 'group' && (
        <Panel>
          <GroupNameForm group={null} onClose={close} />
        </Panel>
      )}
    </>
  );
}

function Nothing({ onAdd }: { onAdd: (() => void) | null }) {
  const action = onAdd && (
    <Button variant="primary" onClick={onAdd}>
      Add the first component
    </Button>
  );
  return (
    <Panel>
      <EmptyState icon={<Boxes aria-hidden />} action={action}>
        {onAdd
          ? 'There are no components yet: the parts of your product whose state people want to know, such as Shop, API or Mail.'
          : 'There are no components yet. An administrator adds them.'}
      </EmptyState>
    </Panel>
  );
}

type PartProps = {
  group: ComponentGroup | null;
  arranging: Arranging;
  isAdmin: boolean;
  isAdding: boolean;
  close: () => void;
  onAdd: (groupId: string) => void;
};

function Part({ group, arranging, isAdmin, isAdding, close, onAdd }: PartProps) {
  const inside = inGroup(arranging.list, group?.id ?? null);
  const nextOf = (one: PageComponent) => inside[inside.indexOf(one) + 1]?.id ?? null;
  return (
    <section aria-label={group?.name ?? 'Without a group'}>
      <Panel>
        {group && isAdmin && <GroupHead group={group} arranging={arranging} onAdd={() => onAdd(group.id)} />}
        {group && !isAdmin && <h2 className="rounded-t-lg bg-hover px-4 py-2 text-sm font-semibold">{group.name}</h2>}
        {inside.map((one) => (
          <ComponentRow key={one.id} component={one} nextId={nextOf(one)} isAdmin={isAdmin} arranging={arranging} />
        ))}
        {group && inside.length === 0 && !isAdding && (
          <p className="px-4 py-3 text-sm text-muted">Nothing in it yet. An empty group is not shown on the page.</p>
        )}
        {isAdding && <AddComponent groupId={group?.id ?? null} onClose={close} />}
      </Panel>
    </section>
  );
}
