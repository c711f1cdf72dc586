'use client';

import { ChevronDown } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { SEVERITY_MEANING, SeverityBadge } from '@/components/ui/severity-badge';
import { SEVERITIES, type Severity } from '@/lib/core/incident/state';

type SeverityMenuProps = { value: Severity; onChange: (severity: Severity) => void };

/** Chooses a severity with its meaning beside it. */
export function SeverityMenu({ value, onChange }: SeverityMenuProps) {
  return (
    <Menu
      label="Severity"
      align="end"
      className="w-88"
      trigger={
        <button
          type="button"
          aria-label={`Severity: ${value}`}
          className="flex h-10 shrink-0 items-center gap-1.5 rounded-md border border-field-line bg-surface px-2 hover:bg-hover touch:h-11 dark:bg-sunken"
        >
          <SeverityBadge severity={value} />
          <ChevronDown aria-hidden className="size-4 text-faint" />
        </button>
      }
    >
      {SEVERITIES.map((severity) => (
        <MenuItem
          key={severity}
          checked={severity === value}
          onSelect={() => onChange(severity)}
          hint={<span className="mt-0.5 block whitespace-normal">{SEVERITY_MEANING[severity]}</span>}
        >
          <SeverityBadge severity={severity} />
        </MenuItem>
      ))}
    </Menu>
  );
}
