'use client';

import { outboxOf } from '@/lib/client/browser-outbox';
import { createRoomActions, type RoomActions } from '@/lib/client/room-actions';
import type { RoomStore } from '@/lib/client/room-store';
import { serverClock } from '@/lib/client/tab-clock';
import { systemTimers } from '@/lib/client/timers';
import { useInRoom } from './room-provider';

const actionsOf = new WeakMap<RoomStore, RoomActions>();

/** What a person can do here; the same object for the life of the room. */
export function useRoomActions(): RoomActions {
  const { room, wires } = useInRoom();
  const known = actionsOf.get(room);
  if (known) return known;
  const { userId } = room.store.getState().me;
  const actions = createRoomActions({
    room,
    outbox: () => outboxOf(userId),
    connection: () => wires.connection,
    clock: serverClock,
    timers: systemTimers,
  });
  actionsOf.set(room, actions);
  return actions;
}
