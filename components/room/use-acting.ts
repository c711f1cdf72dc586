'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { toast } from '@/components/ui/toast';
import type { Acting } from '@/lib/client/actions/acting';
import { copyText } from './copy-text';
import { printLog } from './print-log';
import { useRoomUiStore } from './room-context';
import { useRoomStore } from './room-provider';
import { useRoomActions } from './use-room-actions';
import { reveal } from './show';

/** What the actions of this room work with; the same object for the life of the room. */
export function useActing(): Acting {
  const room = useRoomStore();
  const uiStore = useRoomUiStore();
  const { run, loadEarlier } = useRoomActions();
  const router = useRouter();
  return useMemo(
    () => ({
      view: room.getState,
      ui: uiStore.getState,
      ask: (name, input) =>
        void run(name, input).then((answer) => {
          if (!answer.ok) toast.error(answer.message);
        }),
      reveal,
      go: (path) => router.push(path),
      copy: (text, said) => void copyText(text, said),
      origin: () => window.location.origin,
      print: () => void printLog(room.getState, loadEarlier),
    }),
    [room, uiStore, run, loadEarlier, router],
  );
}
