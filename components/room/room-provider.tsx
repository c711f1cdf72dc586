'use client';

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { holdBehind } from '@/lib/client/behind';
import { connectRoom, type RoomConnection } from '@/lib/client/room-connection';
import { createRoomStore, type RoomStore } from '@/lib/client/room-store';
import type { RoomView } from '@/lib/client/room-view';
import { serverClock } from '@/lib/client/tab-clock';
import { systemTimers } from '@/lib/client/timers';
import type { Colleague } from '@/lib/contracts/people';
import type { StatusComponent } from '@/lib/contracts/status';
import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { KeepOutbox } from './later';

type RoomProviderProps = {
  snapshot: RoomSnapshot;
  me: Person;
  directory: Colleague[];
  components?: StatusComponent[];
  children: ReactNode;
};

/** What comes and goes while the room is on the screen. */
type Wires = {
  connection: RoomConnection | null;
  /** The server can be reached again: send what waits. */
  reachable: () => void;
};

export type InRoom = { room: RoomStore; wires: Wires };

const RoomContext = createContext<InRoom | null>(null);

/** Keeps the room in step with the server while it is on the screen. Its first picture is the snapshot. */
function connectAll({ room, wires }: InRoom): () => void {
  const release = holdBehind();
  const connection = connectRoom({
    room,
    incidentId: room.store.getState().confirmed.id,
    clock: serverClock,
    timers: systemTimers,
    reachable: () => wires.reachable(),
    joined: release,
  });
  wires.connection = connection;
  const stopClock = serverClock.subscribe(room.setClockOffset);
  const offsetMs = serverClock.offsetMs();
  if (offsetMs !== null) room.setClockOffset(offsetMs);
  return () => {
    release();
    stopClock();
    wires.connection = null;
    connection.stop();
  };
}

function OneRoom({ snapshot, me, directory, components, children }: RoomProviderProps) {
  const [value] = useState<InRoom>(() => ({
    room: createRoomStore({ snapshot, me, directory, components }),
    wires: { connection: null, reachable: () => undefined },
  }));
  useEffect(() => connectAll(value), [value]);
  return (
    <RoomContext value={value}>
      {children}
      <KeepOutbox />
    </RoomContext>
  );
}

/** Holds one incident, live, for everything below it. */
export function RoomProvider(props: RoomProviderProps) {
  return <OneRoom key={`${props.snapshot.incident.id}:${props.me.userId}`} {...props} />;
}

/** The room with its wires, for what works on them. */
export function useInRoom(): InRoom {
  const value = useContext(RoomContext);
  if (!value) throw new Error('This component belongs inside a RoomProvider.');
  return value;
}

/** A part of the room's view; renders again when that part changes. Select what exists, or wrap the selector in useShallow. */
export function useRoom<Part>(select: (view: RoomView) => Part): Part {
  return useStore(useInRoom().room.store, select);
}

/** The store itself, for what reads it outside of drawing. */
export function useRoomStore(): StoreApi<RoomView> {
  return useInRoom().room.store;
}

/** Puts in place what updates can name, where that changed since the room was opened. */
export function useSetComponents(): (components: StatusComponent[]) => void {
  return useInRoom().room.setComponents;
}
