'use client';

import { outside } from '@/lib/client/offers';
import { LogAnnouncer } from '../log/log-announcer';
import { useRoom } from '../room-provider';
import { Composer } from './composer';

/** Where whoever takes part writes; for the others, why they do not. */
export function LogFoot() {
  const reading = useRoom(outside);
  return (
    <>
      <LogAnnouncer />
      {reading === null ? <Composer /> : <p className="border-t border-line px-3 py-2.5 text-xs text-muted">{reading}</p>}
    </>
  );
}
