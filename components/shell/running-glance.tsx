'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Menu } from '@/components/ui/menu';
import { MenuLink } from '@/components/ui/menu-item';
import { SeverityBars } from '@/components/ui/severity-badge';
import { STATUS_WORD } from '@/components/ui/status-badge';
import { Elapsed } from '@/components/ui/time/elapsed';
import { Tooltip } from '@/components/ui/tooltip';
import type { IncidentSummary } from '@/lib/contracts/room';
import type { Severity } from '@/lib/core/incident/state';
import { incidentPath } from './incident-path';
import { useMe } from './me';
import { useRunning } from './use-running';

const INK: Record<Severity, string> = {
  SEV1: 'text-sev1-ink',
  SEV2: 'text-sev2-ink',
  SEV3: 'text-sev3-ink',
  SEV4: 'text-sev4-ink',
};
const SHOWN = 3;

const bySeverity = (one: IncidentSummary, other: IncidentSummary) => one.severity.localeCompare(other.severity);

/** The incidents that run now, worst first: as links where there is room, in a menu where there is not. */
export function RunningGlance() {
  const { incidents } = useRunning();
  const path = usePathname();
  if (incidents.length === 0) return null;
  const sorted = incidents.toSorted(bySeverity);
  const more = sorted.length - SHOWN;
  return (
    <nav aria-label="Running incidents" className="flex min-w-0 items-center gap-1">
      {sorted.slice(0, SHOWN).map((incident) => (
        <RunningLink key={incident.id} incident={incident} isHere={path.startsWith(`/incidents/${incident.key}`)} />
      ))}
      {more > 0 && <RunningMenu incidents={sorted.slice(SHOWN)} text={`+${more}`} className="max-lg:hidden" />}
      <RunningMenu incidents={sorted} text={`${sorted.length} running`} className="lg:hidden" />
    </nav>
  );
}

function RunningLink({ incident, isHere }: { incident: IncidentSummary; isHere: boolean }) {
  const { role } = useMe();
  return (
    <Tooltip text={`${incident.title} · ${STATUS_WORD[incident.status]}`} side="bottom">
      <Link
        href={incidentPath(incident.key, role)}
        aria-current={isHere ? 'page' : undefined}
        aria-label={`${incident.key}, ${incident.severity}, ${incident.title}`}
        className={clsx(
          'flex h-7 items-center gap-1.5 rounded-md border px-2 font-mono text-xs max-lg:hidden',
          isHere ? 'border-line-strong bg-pressed' : 'border-line hover:bg-hover',
        )}
      >
        <SeverityBars severity={incident.severity} className={INK[incident.severity]} />
        <span className="font-medium">{incident.key}</span>
        <Elapsed since={incident.startedAt} className="text-muted" />
      </Link>
    </Tooltip>
  );
}

function RunningMenu({ incidents, text, className }: { incidents: IncidentSummary[]; text: string; className: string }) {
  const { role } = useMe();
  return (
    <Menu
      label="Running incidents"
      trigger={
        <button
          type="button"
          className={clsx(
            'flex h-7 items-center gap-1 rounded-md border border-line px-2 text-xs font-medium whitespace-nowrap hover:bg-hover touch:h-11',
            className,
          )}
        >
          {incidents[0] && <SeverityBars severity={incidents[0].severity} className={INK[incidents[0].severity]} />}
          {text}
          <ChevronDown aria-hidden className="size-3.5 text-faint" />
        </button>
      }
    >
      {incidents.map((incident) => (
        <MenuLink
          key={incident.id}
          href={incidentPath(incident.key, role)}
          icon={<SeverityBars severity={incident.severity} className={INK[incident.severity]} />}
          hint={<Elapsed since={incident.startedAt} />}
        >
          <span className="line-clamp-2">
            <span className="font-mono">{incident.key}</span> {incident.title}
          </span>
        </MenuLink>
      ))}
    </Menu>
  );
}
