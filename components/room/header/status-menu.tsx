'use client';

import { ChevronDown } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { STATUS_MEANING, STATUS_WORD, StatusBadge, StatusShape } from '@/components/ui/status-badge';
import { Tooltip } from '@/components/ui/tooltip';
import { setStatus } from '@/lib/client/actions/set-status';
import { offers } from '@/lib/client/offers';
import { STATUSES } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useActing } from '../use-acting';

/** The status, and what each means where it is chosen. */
export function StatusMenu() {
  const acting = useActing();
  const status = useRoom((view) => view.drawn.status);
  const setBy = useRoom((view) => view.drawn.statusSetBy);
  const canSet = useRoom((view) =>
    offers(view, 'incident.set-status', {
      status: STATUSES.find((one) => one !== view.drawn.status) ?? 'identified',
      because: 'because',
    }),
  );
  if (!canSet) {
    return (
      <Tooltip text={`${STATUS_MEANING[status]} Set by ${setBy.name}.`}>
        <span tabIndex={0} className="inline-flex rounded-sm px-1">
          <StatusBadge status={status} />
        </span>
      </Tooltip>
    );
  }
  return (
    <Menu
      label="Status"
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={`Status ${STATUS_WORD[status]}, change`}
          className="inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:bg-hover touch:h-11"
        >
          <StatusBadge status={status} />
          <ChevronDown aria-hidden className="size-3.5 text-faint" />
        </button>
      }
    >
      {STATUSES.map((one) => (
        <MenuItem
          key={one}
          icon={<StatusShape status={one} />}
          checked={one === status}
          hint={STATUS_MEANING[one]}
          onSelect={() => one !== status && setStatus(acting, one)}
        >
          {STATUS_WORD[one]}
        </MenuItem>
      ))}
    </Menu>
  );
}
