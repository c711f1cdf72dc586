'use client';

import { ChevronDown } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { SEVERITY_MEANING, SeverityBadge, SeverityBars } from '@/components/ui/severity-badge';
import { Tooltip } from '@/components/ui/tooltip';
import { offers } from '@/lib/client/offers';
import { SEVERITIES } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useQuickCommand } from '../use-command';

/** The severity, and what each means where it is chosen. */
export function SeverityMenu() {
  const severity = useRoom((view) => view.drawn.severity);
  const setBy = useRoom((view) => view.drawn.severitySetBy);
  const canSet = useRoom((view) =>
    offers(view, 'incident.set-severity', { severity: SEVERITIES.find((one) => one !== view.drawn.severity) ?? 'SEV1' }),
  );
  const ask = useQuickCommand();
  if (!canSet) {
    return (
      <Tooltip text={`${SEVERITY_MEANING[severity]} Set by ${setBy.name}.`}>
        <span tabIndex={0} className="inline-flex rounded-sm">
          <SeverityBadge severity={severity} />
        </span>
      </Tooltip>
    );
  }
  return (
    <Menu
      label="Severity"
      className="w-80"
      trigger={
        <button
          type="button"
          aria-label={`Severity ${severity}, change`}
          className="inline-flex h-7 items-center gap-1 rounded-md pr-1 pl-0.5 hover:bg-hover touch:h-11"
        >
          <SeverityBadge severity={severity} />
          <ChevronDown aria-hidden className="size-3.5 text-faint" />
        </button>
      }
    >
      {SEVERITIES.map((one) => (
        <MenuItem
          key={one}
          icon={<SeverityBars severity={one} />}
          checked={one === severity}
          hint={SEVERITY_MEANING[one]}
          onSelect={() => one !== severity && void ask('incident.set-severity', { severity: one, was: severity })}
        >
          {one}
        </MenuItem>
      ))}
    </Menu>
  );
}
