'use client';

import { Lock, LockOpen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { offers } from '@/lib/client/offers';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';

/** Who may see the incident, and where that is changed. */
export function PrivacyFact() {
  const ui = useRoomUiStore();
  const isPrivate = useRoom((view) => view.drawn.isPrivate);
  const canChange = useRoom((view) => offers(view, 'incident.restrict', { isPrivate: !view.drawn.isPrivate }));
  const count = useRoom(({ drawn }) => new Set([...Object.keys(drawn.access), ...Object.keys(drawn.roles)]).size);
  const Icon = isPrivate ? Lock : LockOpen;
  return (
    <>
      <dt className="pt-1 text-xs leading-5 text-faint touch:pt-3">Seen by</dt>
      <dd className="flex min-h-7 flex-wrap items-center gap-1.5 py-0.5">
        <Icon aria-hidden className="size-3.5 text-faint" />
        <span>{isPrivate ? `${count} ${count === 1 ? 'person' : 'people'} and administrators` : 'everybody here'}</span>
        {canChange && (
          <Button size="sm" variant="ghost" onClick={() => ui.getState().open({ name: 'access' })}>
            Change
          </Button>
        )}
      </dd>
    </>
  );
}
