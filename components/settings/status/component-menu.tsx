'use client';

import { Ellipsis } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import type { PageComponent } from '@/lib/contracts/status-page';
import { componentStep } from './arrange';
import type { Arranging } from './use-arranging';

type ComponentMenuProps = { component: PageComponent; arranging: Arranging; onEdit: () => void; onRemove: () => void };

/** Everything that can be done with a component; what can be dragged stands here too. */
export function ComponentMenu({ component, arranging, onEdit, onRemove }: ComponentMenuProps) {
  const { list, putComponent, stepComponent } = arranging;
  const { id, name, groupId } = component;
  const elsewhere = list.groups.filter((group) => group.id !== groupId);
  return (
    <Menu
      label={`More about ${name}`}
      align="end"
      trigger={
        <IconButton label={`More about ${name}`}>
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem onSelect={onEdit}>Edit</MenuItem>
      <MenuSeparator />
      <MenuItem disabled={!componentStep(list, component, -1)} onSelect={() => stepComponent(component, -1)}>
        Move up
      </MenuItem>
      <MenuItem disabled={!componentStep(list, component, 1)} onSelect={() => stepComponent(component, 1)}>
        Move down
      </MenuItem>
      {(elsewhere.length > 0 || groupId !== null) && (
        <MenuGroup label="Move into">
          {elsewhere.map((group) => (
            <MenuItem key={group.id} onSelect={() => putComponent(id, { groupId: group.id, beforeId: null })}>
              {group.name}
            </MenuItem>
          ))}
          {groupId !== null && <MenuItem onSelect={() => putComponent(id, { groupId: null, beforeId: null })}>No group</MenuItem>}
        </MenuGroup>
      )}
      <MenuSeparator />
      <MenuItem danger onSelect={onRemove}>
        Remove …
      </MenuItem>
    </Menu>
  );
}
