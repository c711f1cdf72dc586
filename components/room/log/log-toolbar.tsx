'use client';

import { ListFilter, Pin } from 'lucide-react';
import { useStore } from 'zustand';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { Tooltip } from '@/components/ui/tooltip';
import { toggleZone, useZone } from '@/components/ui/time/zone';
import { announcing, setAnnouncing } from '@/lib/client/actions/announcing';
import { toggleImpactTimes } from '@/lib/client/actions/impact-times';
import { PanelHeader } from '../panel-header';
import { useRoom } from '../room-provider';
import { useImpactTimes } from './use-impact-times';
import { isFiltering, LOG_KINDS, NO_FILTER, type LogFilter, type LogKind } from './log-filter';

const WORDS: Record<LogKind, string> = {
  note: 'Notes',
  hypothesis: 'Hypotheses',
  evidence: 'Evidence',
  task: 'Tasks',
  incident: 'Severity, status, facts',
  people: 'Command and roles',
};

type LogToolbarProps = { filter: LogFilter; onFilter: (filter: LogFilter) => void };

export function LogToolbar({ filter, onFilter }: LogToolbarProps) {
  return (
    <PanelHeader title="Log">
      {isFiltering(filter) && <ActiveFilter filter={filter} onClear={() => onFilter(NO_FILTER)} />}
      <IconButton
        size="sm"
        label={filter.pinned ? 'Show all lines' : 'Show pinned lines only'}
        pressed={filter.pinned}
        onClick={() => onFilter({ ...filter, pinned: !filter.pinned })}
      >
        <Pin />
      </IconButton>
      <FilterMenu filter={filter} onFilter={onFilter} />
      <ImpactToggle />
      <ZoneToggle />
    </PanelHeader>
  );
}

function ActiveFilter({ filter, onClear }: { filter: LogFilter; onClear: () => void }) {
  const name = useRoom((view) => (filter.person ? view.drawn.people[filter.person as keyof typeof view.drawn.people] : null));
  const words = [...filter.kinds.map((kind) => WORDS[kind]), name, filter.pinned ? 'pinned' : null].filter(Boolean).join(', ');
  return (
    <button type="button" onClick={onClear} className="min-w-0 rounded-sm" aria-label={`Filtered by ${words}. Show everything`}>
      <Badge tone="accent" className="max-w-full">
        <span className="truncate">{words}</span> ×
      </Badge>
    </button>
  );
}

function FilterMenu({ filter, onFilter }: LogToolbarProps) {
  const people = useRoom((view) => view.drawn.people);
  const isAnnouncing = useStore(announcing, (state) => state.on);
  const toggle = (kind: LogKind) => {
    const kinds = filter.kinds.includes(kind) ? filter.kinds.filter((one) => one !== kind) : [...filter.kinds, kind];
    onFilter({ ...filter, kinds });
  };
  return (
    <Menu
      label="Filter the log"
      align="end"
      trigger={
        <IconButton size="sm" label="Filter" pressed={filter.kinds.length > 0 || filter.person !== null}>
          <ListFilter />
        </IconButton>
      }
    >
      <MenuGroup label="Kind">
        {LOG_KINDS.map((kind) => (
          <MenuItem key={kind} checked={filter.kinds.includes(kind)} onSelect={() => toggle(kind)}>
            {WORDS[kind]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuGroup label="Person">
        {Object.entries(people).map(([userId, name]) => (
          <MenuItem
            key={userId}
            checked={filter.person === userId}
            onSelect={() => onFilter({ ...filter, person: filter.person === userId ? null : userId })}
          >
            {name}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onSelect={() => onFilter(NO_FILTER)}>Show everything</MenuItem>
      <MenuItem checked={isAnnouncing} onSelect={() => setAnnouncing(!isAnnouncing)}>
        Read new lines aloud
      </MenuItem>
    </Menu>
  );
}

function ImpactToggle() {
  const on = useImpactTimes();
  return (
    <Tooltip text={on ? 'Show the time of day' : 'Count from the start of impact'} keys="m">
      <Button
        size="sm"
        variant="ghost"
        className={on ? 'bg-pressed font-mono text-ink!' : 'font-mono'}
        aria-label="Times of the log since the start of impact"
        aria-pressed={on}
        onClick={toggleImpactTimes}
      >
        T+
      </Button>
    </Tooltip>
  );
}

function ZoneToggle() {
  const zone = useZone();
  return (
    <Tooltip text={`Times are ${zone === 'utc' ? 'UTC' : 'local'}. Switch`} keys="z">
      <Button
        size="sm"
        variant="ghost"
        className="w-12 font-mono"
        aria-label={zone === 'utc' ? 'Times of the log in UTC, show local time' : 'Times of the log in local time, show UTC'}
        onClick={toggleZone}
      >
        {zone === 'utc' ? 'UTC' : 'local'}
      </Button>
    </Tooltip>
  );
}
