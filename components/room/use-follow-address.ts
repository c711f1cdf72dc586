'use client';

import { useEffect } from 'react';
import { useRoomStore } from './room-provider';
import { useRoomUiStore } from './room-context';
import { showHypothesis, showTask } from './show';

const REFERENCE = /^#([HT][1-9]\d{0,5})$/;

/** Shows the hypothesis or the task that the address names. */
export function useFollowAddress() {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  useEffect(() => {
    const follow = () => {
      const ref = REFERENCE.exec(window.location.hash)?.[1];
      if (ref?.startsWith('H')) showHypothesis(room.getState().drawn, ui.getState(), ref);
      else if (ref) showTask(room.getState().drawn, ui.getState(), ref);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [room, ui]);
}
