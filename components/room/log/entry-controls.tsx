'use client';

import { EllipsisVertical, Pencil, Pin, PinOff } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { entryActions } from '@/lib/client/actions/entry-actions';
import { useActing } from '../use-acting';
import type { EntryRow } from './log-rows';

const DIRECT = { 'entry.revise': Pencil, 'entry.pin': Pin, 'entry.unpin': PinOff } as const;

/** What can be done with a line. It lies over the line's end, so nothing moves when it comes and goes. */
export function EntryControls({ row, onHold }: { row: EntryRow; onHold: (isHeld: boolean) => void }) {
  const acting = useActing();
  const actions = useMemo(() => entryActions(acting), [acting]);
  const offered = actions.filter((action) => action.when(row));
  return (
    <div className="absolute -top-0.5 right-1 z-10 flex items-center rounded-md border border-line bg-raised touch:-top-3">
      {offered.map((action) => {
        const Icon = DIRECT[action.name as keyof typeof DIRECT];
        return (
          Icon && (
            <IconButton key={action.name} size="sm" label={action.title} keys={action.shortcut} onClick={() => action.run(row)}>
              <Icon />
            </IconButton>
          )
        );
      })}
      <Menu
        label={`Line ${row.event.seq}`}
        align="end"
        onOpenChange={onHold}
        trigger={
          <IconButton size="sm" label="More for this line">
            <EllipsisVertical />
          </IconButton>
        }
      >
        {offered.map((action) => (
          <MenuItem
            key={action.name}
            keys={action.shortcut}
            danger={action.name === 'entry.redact'}
            onSelect={() => action.run(row)}
          >
            {action.title}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
