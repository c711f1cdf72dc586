'use client';

import { fetchedLater } from '@/components/ui/fetched-later';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useRoom } from '@/components/room/room-provider';
import { toggleZone } from '@/components/ui/time/zone';
import type { Action } from '@/lib/client/actions/action';
import { offerActions } from '@/lib/client/actions/active-actions';
import { listenToKeys } from '@/lib/client/actions/listen-to-keys';
import { overlays } from '@/lib/client/actions/overlays';
import { ASK_FIELD_ID } from './ask-form';

const ShortcutSheet = fetchedLater(() => import('@/components/room/palette/shortcut-sheet').then((file) => file.ShortcutSheet));

const focusAsk = () => document.getElementById(ASK_FIELD_ID)?.querySelector('textarea')?.focus();

/** The few keys of the brief, the same as in the room. */
export function BriefKeys() {
  const key = useRoom((view) => view.drawn.key);
  const router = useRouter();
  const isShown = useStore(overlays, ({ shown }) => shown === 'shortcuts');
  useEffect(() => {
    const actions: Action[] = [
      { name: 'question.ask', title: 'Ask a question', group: 'Incident', shortcut: 'q', run: focusAsk },
      { name: 'go.room', title: 'Room', group: 'Go to', shortcut: 'g l', run: () => router.push(`/incidents/${key}`) },
      { name: 'go.home', title: 'All incidents', group: 'Go to', shortcut: 'g h', run: () => router.push('/') },
      {
        name: 'view.zone',
        title: 'Switch between UTC and local time',
        group: 'View',
        shortcut: 'z',
        run: toggleZone,
      },
      {
        name: 'view.shortcuts',
        title: 'Show all shortcuts',
        group: 'View',
        shortcut: '?',
        run: () => overlays.setState({ shown: 'shortcuts' }),
      },
    ];
    const stop = [offerActions(actions), listenToKeys(window)];
    return () => stop.forEach((end) => end());
  }, [key, router]);
  return isShown ? <ShortcutSheet onClose={() => overlays.setState({ shown: null })} /> : null;
}
