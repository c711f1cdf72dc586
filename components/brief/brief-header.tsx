'use client';

import { DoorOpen, Lock } from 'lucide-react';
import { NetworkState } from '@/components/room/header/network-state';
import { useRoom } from '@/components/room/room-provider';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { ExternalLink } from '@/components/ui/external-link';
import { SeverityBadge } from '@/components/ui/severity-badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { Elapsed } from '@/components/ui/time/elapsed';
import { Time } from '@/components/ui/time/time';
import type { Brief } from '@/lib/core/method/brief';
import { CopyBrief } from './copy-brief';

/** What is broken, for whom, how bad, and since when. */
export function BriefHeader({ brief }: { brief: Brief }) {
  return (
    <header className="flex flex-col gap-2.5 print:gap-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 print:hidden">
        <span className="text-xs text-muted">Brief</span>
        <span className="flex-1" />
        <NetworkState />
        <CopyBrief brief={brief} />
        <ButtonLink size="sm" icon={<DoorOpen aria-hidden />} href={`/incidents/${brief.key}`}>
          Open the room
        </ButtonLink>
      </div>
      <h1 className="text-2xl font-semibold text-balance wrap-anywhere print:text-xl">
        <span className="font-mono text-muted">{brief.key}</span> {brief.title}
      </h1>
      <Facts brief={brief} />
      {brief.summary && <p className="max-w-3xl text-lg text-pretty wrap-anywhere print:text-base">{brief.summary}</p>}
      <Affected brief={brief} />
    </header>
  );
}

function Facts({ brief: { severity, status, isPrivate, isPractice, startedAt, mitigatedAt, resolvedAt } }: { brief: Brief }) {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const isOver = status === 'resolved' || status === 'closed';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <SeverityBadge severity={severity} quiet={isOver} />
      <StatusBadge status={status} />
      <Elapsed since={startedAt} until={resolvedAt} offsetMs={offsetMs} className="font-medium print:hidden" />
      <span className="text-muted">
        since <Time at={startedAt} />
        {mitigatedAt && !resolvedAt && (
          <>
            , mitigated <Time at={mitigatedAt} />
          </>
        )}
        {resolvedAt && (
          <>
            , resolved <Time at={resolvedAt} />
          </>
        )}
      </span>
      {isPrivate && <Badge icon={<Lock aria-hidden />}>Private</Badge>}
      {isPractice && <Badge tone="maintenance">Practice</Badge>}
    </div>
  );
}

function Affected({ brief: { services, components, postmortemUrl } }: { brief: Brief }) {
  if (services.shown.length === 0 && components.shown.length === 0 && postmortemUrl === null) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {services.shown.length > 0 && (
        <div className="flex gap-2">
          <dt className="text-muted">Services</dt>
          <dd>
            {services.shown.join(', ')}
            {services.more > 0 && ` and ${services.more} more`}
          </dd>
        </div>
      )}
      {components.shown.length > 0 && (
        <div className="flex gap-2">
          <dt className="text-muted">The public reads</dt>
          <dd>
            {components.shown.map(({ name, state }) => `${name}: ${state.replaceAll('_', ' ')}`).join(', ')}
            {components.more > 0 && ` and ${components.more} more`}
          </dd>
        </div>
      )}
      {postmortemUrl !== null && (
        <div className="flex gap-2">
          <dt className="text-muted">Postmortem</dt>
          <dd className="line-clamp-2 wrap-anywhere">
            <ExternalLink href={postmortemUrl} />
          </dd>
        </div>
      )}
    </dl>
  );
}
