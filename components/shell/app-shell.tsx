'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Profile } from '@/lib/contracts/people';
import type { IncidentSummary } from '@/lib/contracts/room';
import { DrawnAt } from '@/components/ui/time/now';
import { ApplyPreferences } from './apply-preferences';
import { DeviceClock } from './device-clock';
import { MeContext } from './me';
import { Notices, TopBar } from './later';
import { RunningContext, useRunningPolled } from './use-running';

type AppShellProps = { me: Profile; running: IncidentSummary[]; drawnAtMs: number; children: ReactNode };

/** The frame around every page of somebody signed in: a slim bar, then the page in what height is left. */
export function AppShell({ me, running, drawnAtMs, children }: AppShellProps) {
  const isHome = usePathname() === '/';
  const polled = useRunningPolled(running, isHome ? 5_000 : 15_000);
  return (
    <DrawnAt value={drawnAtMs}>
      <MeContext value={me}>
        <RunningContext value={polled}>
          <ApplyPreferences profile={me} />
          <DeviceClock drawnAtMs={drawnAtMs} />
          <div className="flex h-dvh flex-col print:block print:h-auto">
            <TopBar />
            <Notices state={polled.state} />
            <main id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none print:overflow-visible">
              {children}
            </main>
          </div>
        </RunningContext>
      </MeContext>
    </DrawnAt>
  );
}
