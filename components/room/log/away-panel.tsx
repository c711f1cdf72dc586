'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { relativeText } from '@/components/ui/time/format';
import { fetchedLater } from '@/components/ui/fetched-later';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { LineText } from './line-text';
import { useAway } from './use-away';

const AwayEssentials = fetchedLater(() => import('./away-essentials').then((file) => file.AwayEssentials), {
  isAsked: false,
});

/** For somebody who comes, or comes back: how much happened before, the five lines that matter, and how it stands. */
export function AwayPanel() {
  const ui = useRoomUiStore();
  const hasEarlier = useRoom((view) => view.hasEarlier);
  const { missed, putAway } = useAway();
  if (!missed) return null;
  const { sinceMs, count, lines, firstSeq } = missed;
  const title = sinceMs === null ? 'Before you came' : 'While you were away';
  return (
    <section aria-label={title} className="border-b border-line bg-accent-soft py-1.5 pr-1.5 pl-3">
      <header className="flex items-center gap-1">
        <h3 className="min-w-0 flex-1 truncate text-xs font-medium">
          {title}: {sinceMs === null && hasEarlier ? `more than ${count}` : count} lines{' '}
          {sinceMs !== null && (
            <span className="font-normal text-muted">since {relativeText(new Date(sinceMs).toISOString(), Date.now())}</span>
          )}
        </h3>
        <Button size="sm" variant="ghost" onClick={() => ui.getState().light(firstSeq)}>
          {sinceMs === null ? 'Read from the start' : 'Read from there'}
        </Button>
        <IconButton size="sm" label="Put away" onClick={putAway}>
          <X />
        </IconButton>
      </header>
      <ul aria-label="What mattered" className="flex flex-col gap-0.5 pr-4 pb-1 text-xs">
        {lines.map(({ seq, author, text }) => (
          <li key={seq} className="truncate">
            <span className="font-medium">{author}</span> <LineText text={text} lastSeq={seq} />
          </li>
        ))}
      </ul>
      <AwayEssentials />
    </section>
  );
}
