'use client';

import { useEffect } from 'react';
import { useRoom } from './room-provider';

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** Has the browser ask before it closes a page with unsent work that it could not keep. What is kept comes back by itself. */
export function useAskBeforeLeaving(): void {
  const wouldLose = useRoom((view) => !view.isOutboxKept && view.outbox.length > 0);
  useEffect(() => {
    if (!wouldLose) return;
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}
