'use client';

import { Lock } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Elapsed } from '@/components/ui/time/elapsed';
import { Tooltip } from '@/components/ui/tooltip';
import { PromiseClock, UpdateButton } from '../updates/next-update';
import { useRoom } from '../room-provider';
import { BriefLink } from './brief-link';
import { CommandControl } from './command-control';
import { PaletteButton } from './palette-button';
import { PresenceRow } from './presence-row';
import { SeverityMenu } from './severity-menu';
import { StatusMenu } from './status-menu';
import { TitleField } from './title-field';

/** What this incident is, how bad, since when, who leads. */
export function HeaderFacts() {
  const key = useRoom((view) => view.drawn.key);
  const isPrivate = useRoom((view) => view.drawn.isPrivate);
  const isPractice = useRoom((view) => view.drawn.isPractice);
  return (
    <>
      <div className="flex min-w-0 flex-1 items-center gap-2 md:max-xl:basis-1/2">
        <span className="shrink-0 font-mono text-sm font-semibold text-muted">{key}</span>
        <TitleField />
        {isPrivate && (
          <Tooltip text="Private: only those with access or a role, and administrators, see it.">
            <Badge icon={<Lock aria-hidden />}>Private</Badge>
          </Tooltip>
        )}
        {isPractice && <Badge tone="maintenance">Practice</Badge>}
      </div>
      <div className="flex items-center gap-x-2 max-xl:order-1 max-xl:basis-full max-xl:flex-row-reverse max-xl:justify-end max-md:-mx-1 max-md:flex-wrap max-md:gap-x-1 max-md:gap-y-0.5 max-md:pb-1">
        <CommandControl />
        <StatusMenu />
        <SeverityMenu />
        <ImpactClock />
        <PromiseClock />
        <UpdateButton className="max-md:hidden" />
      </div>
    </>
  );
}

/** Who is here. */
export const HeaderHere = () => (
  <>
    <PresenceRow />
    <UpdateButton className="md:hidden" />
  </>
);

export const HeaderLinks = () => (
  <>
    <BriefLink />
    <PaletteButton />
  </>
);

function ImpactClock() {
  const startedAt = useRoom((view) => view.drawn.startedAt);
  const resolvedAt = useRoom((view) => view.drawn.resolvedAt);
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  return (
    <Tooltip text={resolvedAt ? 'From the start of impact until it was resolved' : 'Since the start of impact'}>
      <span className={resolvedAt ? 'px-1 text-sm text-muted' : 'px-1 text-sm font-medium'}>
        <Elapsed since={startedAt} until={resolvedAt} offsetMs={offsetMs} />
      </span>
    </Tooltip>
  );
}
