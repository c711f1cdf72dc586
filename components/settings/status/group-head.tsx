'use client';

import clsx from 'clsx';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import type { ComponentGroup } from '@/lib/contracts/status-page';
import { useChange } from '../use-change';
import { groupStep, inGroup } from './arrange';
import { GroupNameForm } from './group-name-form';
import { MoveHandle } from './move-handle';
import type { Arranging } from './use-arranging';
import { carriesGroup, EDGE_LINE, useTakesComponent, useTakesGroup } from './use-drop-place';

type GroupHeadProps = { group: ComponentGroup; arranging: Arranging; onAdd: () => void };

/** The name of a group, with everything that can be done with it. Dropping on it puts a component first, or a group before or after. */
export function GroupHead({ group, arranging, onAdd }: GroupHeadProps) {
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const { list, putComponent, putGroup, stepGroup } = arranging;
  const { id, name } = group;
  const nextId = list.groups[list.groups.indexOf(group) + 1]?.id ?? null;
  const components = useTakesComponent((dropped) =>
    putComponent(dropped, { groupId: id, beforeId: inGroup(list, id)[0]?.id ?? null }),
  );
  const groups = useTakesGroup((dropped, edge) => {
    const beforeId = edge === 'above' ? id : nextId;
    if (dropped !== id && dropped !== beforeId) putGroup(dropped, beforeId);
  });
  if (doing === 'rename') return <GroupNameForm group={group} onClose={() => setDoing(null)} />;
  return (
    <div
      onDragOver={(event) => (components.handlers.onDragOver(event), groups.handlers.onDragOver(event))}
      onDragLeave={(event) => (components.handlers.onDragLeave(event), groups.handlers.onDragLeave(event))}
      onDrop={(event) => (components.handlers.onDrop(event), groups.handlers.onDrop(event))}
      className={clsx(
        'flex items-center gap-2 rounded-t-lg bg-hover px-4 py-1.5',
        components.edge && EDGE_LINE.below,
        groups.edge && EDGE_LINE[groups.edge],
      )}
    >
      <MoveHandle name={`the group ${name}`} carries={carriesGroup(id, name)} onStep={(by) => stepGroup(id, by)} />
      <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">{name}</h2>
      <IconButton label={`Add a component to ${name}`} onClick={onAdd}>
        <Plus />
      </IconButton>
      <Menu
        label={`More about the group ${name}`}
        align="end"
        trigger={
          <IconButton label={`More about the group ${name}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setDoing('rename')}>Rename</MenuItem>
        <MenuItem disabled={groupStep(list, id, -1) === undefined} onSelect={() => stepGroup(id, -1)}>
          Move up
        </MenuItem>
        <MenuItem disabled={groupStep(list, id, 1) === undefined} onSelect={() => stepGroup(id, 1)}>
          Move down
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => setDoing('remove')}>
          Remove …
        </MenuItem>
      </Menu>
      {doing === 'remove' && <RemoveGroup group={group} onClose={() => setDoing(null)} />}
    </div>
  );
}

function RemoveGroup({ group: { id, name }, onClose }: { group: ComponentGroup; onClose: () => void }) {
  const { change } = useChange();
  async function remove() {
    const answer = await change('DELETE', `/api/v1/status/groups/${id}`);
    return answer.ok ? null : answer.message;
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove the group ${name}?`}
      confirm="Remove the group"
      busy="Removing …"
      danger
      onConfirm={remove}
    >
      <p>Its components stay on the page, without a group.</p>
    </ConfirmDialog>
  );
}
