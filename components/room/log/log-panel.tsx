'use client';

import { useMemo, useState } from 'react';
import { useZone } from '@/components/ui/time/zone';
import { inPlaceOf } from '@/components/ui/behind';
import { AwayPanel, fetchParts, LogFoot, LogToolbar, NoMatch } from '../later';
import { useRoom } from '../room-provider';
import { EndOfLog } from './end-of-log';
import { isFiltering } from './log-filter';
import { logRowBuilder } from './log-rows';
import { useLogFilter } from './use-log-filter';

const LogList = inPlaceOf(EndOfLog, () => fetchParts().then((parts) => parts.LogList));

/** The running log with its filters and its composer. */
export function LogPanel() {
  const zone = useZone();
  const [filter, setFilter] = useLogFilter();
  const [build] = useState(logRowBuilder);
  const events = useRoom((view) => view.events);
  const pending = useRoom((view) => view.pendingEvents);
  const entries = useRoom((view) => view.drawn.entries);
  const rows = useMemo(() => build({ events, pending, entries, zone, filter }), [build, events, pending, entries, zone, filter]);
  return (
    <>
      <LogToolbar filter={filter} onFilter={setFilter} />
      <AwayPanel />
      {rows.length === 0 && isFiltering(filter) ? <NoMatch onFilter={setFilter} /> : <LogList rows={rows} />}
      <LogFoot />
    </>
  );
}
