'use client';

import { NotebookPen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useZone } from '@/components/ui/time/zone';
import { outside } from '@/lib/client/offers';
import { Composer } from '../composer/composer';
import { useRoom } from '../room-provider';
import { AwayPanel } from './away-panel';
import { LogAnnouncer } from './log-announcer';
import { isFiltering, NO_FILTER } from './log-filter';
import { LogList } from './log-list';
import { logRowBuilder } from './log-rows';
import { LogToolbar } from './log-toolbar';
import { useLogFilter } from './use-log-filter';

/** The running log with its filters and its composer. */
export function LogPanel() {
  const zone = useZone();
  const [filter, setFilter] = useLogFilter();
  const [build] = useState(logRowBuilder);
  const events = useRoom((view) => view.events);
  const pending = useRoom((view) => view.pendingEvents);
  const entries = useRoom((view) => view.drawn.entries);
  const rows = useMemo(() => build({ events, pending, entries, zone, filter }), [build, events, pending, entries, zone, filter]);
  const reading = useRoom(outside);
  return (
    <>
      <LogToolbar filter={filter} onFilter={setFilter} />
      <AwayPanel />
      {rows.length === 0 && isFiltering(filter) ? (
        <EmptyState
          icon={<NotebookPen />}
          className="flex-1"
          action={<Button onClick={() => setFilter(NO_FILTER)}>Show everything</Button>}
        >
          No line matches this filter.
        </EmptyState>
      ) : (
        <LogList rows={rows} />
      )}
      <LogAnnouncer />
      {reading === null ? <Composer /> : <p className="border-t border-line px-3 py-2.5 text-xs text-muted">{reading}</p>}
    </>
  );
}
