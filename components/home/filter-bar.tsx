'use client';

import { ListFilter, Search, X } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { SeverityBars } from '@/components/ui/severity-badge';
import { STATUS_WORD, StatusShape } from '@/components/ui/status-badge';
import { SEVERITIES, STATUSES } from '@/lib/core/incident/state';
import { isAsking, NO_QUERY, type IncidentQuery } from './incident-query';

type FilterBarProps = { query: IncidentQuery; onChange: (query: IncidentQuery) => void };

const toggled = <T,>(list: T[], value: T): T[] => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);

/** Finds incidents by words, status and severity. */
export function FilterBar({ query, onChange }: FilterBarProps) {
  // The address holds the words without the space that somebody has just typed after them.
  const [typed, setTyped] = useState(query.q);
  const words = typed.trim() === query.q ? typed : query.q;
  return (
    <search className="flex flex-wrap items-center gap-2">
      <span className="relative flex min-w-40 flex-1 items-center max-sm:basis-full sm:max-w-xs">
        <Search aria-hidden className="pointer-events-none absolute left-2.5 size-4 text-faint" />
        <Input
          type="search"
          aria-label="Search incidents"
          placeholder="Title, service, INC-7 …"
          maxLength={200}
          value={words}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ ...query, q: event.target.value });
          }}
          className="pl-8"
        />
      </span>
      <Menu label="Status" trigger={<FilterButton text="Status" count={query.status.length} />}>
        {STATUSES.map((status) => (
          <MenuItem
            key={status}
            icon={<StatusShape status={status} />}
            multiple
            checked={query.status.includes(status)}
            onSelect={() => onChange({ ...query, status: toggled(query.status, status) })}
          >
            {STATUS_WORD[status]}
          </MenuItem>
        ))}
      </Menu>
      <Menu label="Severity" trigger={<FilterButton text="Severity" count={query.severity.length} />}>
        {SEVERITIES.map((severity) => (
          <MenuItem
            key={severity}
            icon={<SeverityBars severity={severity} />}
            multiple
            checked={query.severity.includes(severity)}
            onSelect={() => onChange({ ...query, severity: toggled(query.severity, severity) })}
          >
            {severity}
          </MenuItem>
        ))}
      </Menu>
      {isAsking(query) && (
        <Button variant="ghost" icon={<X aria-hidden />} onClick={() => onChange(NO_QUERY)}>
          Clear
        </Button>
      )}
    </search>
  );
}

function FilterButton({ text, count, ...rest }: ComponentProps<typeof Button> & { text: string; count: number }) {
  return (
    <Button icon={<ListFilter aria-hidden />} {...rest}>
      {text}
      {count > 0 && <span className="rounded-sm bg-accent-soft px-1 text-xs text-accent-ink">{count}</span>}
    </Button>
  );
}
