'use client';

import { useEffect } from 'react';
import { offerActions } from '@/lib/client/actions/active-actions';
import { listenToKeys } from '@/lib/client/actions/listen-to-keys';
import { roomActions } from '@/lib/client/actions/room-actions';
import { selectionActions, walkActions } from '@/lib/client/actions/selection-actions';
import { useActing } from './use-acting';

/** Puts the actions of the room into the registry, and the keyboard in front of it. */
export function RoomKeys() {
  const acting = useActing();
  useEffect(() => {
    const stop = [
      offerActions(walkActions(acting)),
      offerActions(roomActions(acting)),
      offerActions(selectionActions(acting)),
      listenToKeys(window),
    ];
    return () => stop.forEach((end) => end());
  }, [acting]);
  return null;
}
