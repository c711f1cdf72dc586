'use client';

import clsx from 'clsx';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { incidentPath } from '@/components/shell/incident-path';
import { useMe } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { SeverityBadge } from '@/components/ui/severity-badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { Countdown, Elapsed } from '@/components/ui/time/elapsed';
import { spanText } from '@/components/ui/time/format';
import { Time } from '@/components/ui/time/time';
import type { IncidentSummary } from '@/lib/contracts/room';
import { isOver } from '@/lib/core/incident/state';

const COLUMNS = 'lg:grid-cols-[4.25rem_4rem_minmax(0,5fr)_7.5rem_8.5rem_minmax(6rem,2fr)_minmax(0,4fr)_8rem]';

/** What is listed: only what runs, only what is over, or either. */
export type ListedKind = 'running' | 'over' | 'any';

const HEADINGS: Record<ListedKind, [time: string, hypothesis: string, next: string]> = {
  running: ['Since impact', 'Working on', 'Next update'],
  over: ['Lasted', 'Cause', 'Resolved'],
  any: ['Time', 'Hypothesis', 'Next update or end'],
};

const headingsOf = (kind: ListedKind, hasNext: boolean) => {
  const [time, hypothesis, next] = HEADINGS[kind];
  return ['Severity', 'Key', 'Title', 'Status', time, 'Commander', hypothesis, ...(hasNext ? [next] : [])];
};

type IncidentRowsProps = { label: string; kind: ListedKind; incidents: readonly IncidentSummary[] };

/** Incidents, one line each; on a phone a small card each. */
export function IncidentRows({ label, kind, incidents }: IncidentRowsProps) {
  const hasNext = incidents.some((incident) => isOver(incident.status) || incident.nextUpdateAt !== null);
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <div
        aria-hidden
        className={clsx('hidden gap-x-3 border-b border-line bg-canvas px-3 py-1.5 text-xs text-muted lg:grid', COLUMNS)}
      >
        {headingsOf(kind, hasNext).map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      <ul aria-label={label} className="divide-y divide-line">
        {incidents.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} hasNext={hasNext} />
        ))}
      </ul>
    </div>
  );
}

type IncidentRowProps = { incident: IncidentSummary; hasNext: boolean };

function IncidentRow({ incident, hasNext }: IncidentRowProps) {
  const { role } = useMe();
  return (
    <li
      className={clsx(
        'relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 hover:bg-hover lg:grid lg:min-h-10 lg:py-1.5',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent',
        COLUMNS,
      )}
    >
      <SeverityBadge severity={incident.severity} quiet={isOver(incident.status)} className="justify-self-start" />
      <span className="font-mono text-xs text-muted">{incident.key}</span>
      <Link
        href={incidentPath(incident.key, role)}
        className="flex min-w-0 items-center gap-1.5 font-medium outline-none after:absolute after:inset-0 max-lg:order-1 max-lg:w-full"
      >
        <span className="truncate max-lg:line-clamp-2 max-lg:whitespace-normal">{incident.title}</span>
        {incident.isPrivate && <Lock aria-label="private" className="size-3.5 shrink-0 text-faint" />}
      </Link>
      <StatusBadge status={incident.status} className="max-lg:order-2" />
      <span className="text-xs max-lg:order-0 max-lg:ml-auto">
        {isOver(incident.status) ? <Lasted incident={incident} /> : <Elapsed since={incident.startedAt} />}
      </span>
      <Commander commander={incident.commander} />
      <Leading hypothesis={incident.leadingHypothesis} isLast={!hasNext} />
      {hasNext && <span className="relative text-xs max-lg:order-2">{whatNext(incident)}</span>}
    </li>
  );
}

function Lasted({ incident: { startedAt, resolvedAt, lastEventAt } }: { incident: IncidentSummary }) {
  return <span className="text-muted">{spanText(Date.parse(resolvedAt ?? lastEventAt) - Date.parse(startedAt))}</span>;
}

function Commander({ commander }: { commander: IncidentSummary['commander'] }) {
  if (!commander) return <span className="text-xs text-faint max-lg:order-2">nobody yet</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5 max-lg:order-2">
      <Avatar name={commander.name} seed={commander.userId} size="xs" />
      <bdi className="truncate text-xs">{commander.name}</bdi>
    </span>
  );
}

type LeadingProps = { hypothesis: IncidentSummary['leadingHypothesis']; isLast: boolean };

/** Takes the place of the promised update where no incident promises one. */
function Leading({ hypothesis, isLast }: LeadingProps) {
  if (!hypothesis) return <span className="text-xs text-faint max-lg:hidden">none yet</span>;
  return (
    <span className={clsx('min-w-0 truncate text-xs text-muted max-lg:order-3 max-lg:w-full', isLast && 'lg:col-span-2')}>
      <span className="font-mono text-ink">{hypothesis.ref}</span> {hypothesis.statement}
    </span>
  );
}

function whatNext(incident: IncidentSummary): ReactNode {
  if (isOver(incident.status)) return <Time at={incident.resolvedAt ?? incident.lastEventAt} className="text-muted" />;
  if (!incident.nextUpdateAt) return <span className="sr-only">no update promised</span>;
  return <Countdown to={incident.nextUpdateAt} />;
}
