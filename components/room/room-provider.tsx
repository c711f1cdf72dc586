'use client';

import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { outboxOf, serverClock } from '@/lib/client/browser-outbox';
import { createRoomActions, type RoomActions } from '@/lib/client/room-actions';
import { connectRoom, type RoomConnection } from '@/lib/client/room-connection';
import { createRoomStore, type RoomStore } from '@/lib/client/room-store';
import type { RoomView } from '@/lib/client/room-view';
import { systemTimers } from '@/lib/client/timers';
import type { Colleague } from '@/lib/contracts/people';
import type { StatusComponent } from '@/lib/contracts/status';
import type { Person } from '@/lib/core/incident/command';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';

type RoomProviderProps = {
  snapshot: RoomSnapshot;
  me: Person;
  directory: Colleague[];
  components?: StatusComponent[];
  children: ReactNode;
};

const RoomContext = createContext<{ room: RoomStore; actions: RoomActions } | null>(null);

/** Keeps the room in step with the server while it is on the screen. Its first picture is the snapshot. */
function connectAll(room: RoomStore): { connection: RoomConnection; stop: () => void } {
  const { me, confirmed } = room.store.getState();
  const outbox = outboxOf(me.userId);
  const show = () => room.setOutbox(outbox.stateOf(confirmed.id));
  const connection = connectRoom({
    room,
    incidentId: confirmed.id,
    clock: serverClock,
    timers: systemTimers,
    reachable: () => outbox.wake(),
  });
  const ends = [
    serverClock.subscribe(room.setClockOffset),
    outbox.subscribe(show),
    outbox.onTaken((command, answer) => {
      if (command.incidentId === confirmed.id && room.acknowledge(command, answer)) connection.nudge();
    }),
  ];
  const offsetMs = serverClock.offsetMs();
  if (offsetMs !== null) room.setClockOffset(offsetMs);
  outbox.start();
  void outbox.load();
  const stop = () => {
    for (const end of ends) end();
    connection.stop();
  };
  return { connection, stop };
}

function OneRoom({ snapshot, me, directory, components, children }: RoomProviderProps) {
  const connection = useRef<RoomConnection | null>(null);
  const [value] = useState(() => {
    const room = createRoomStore({ snapshot, me, directory, components });
    const actions = createRoomActions({
      room,
      outbox: () => outboxOf(me.userId),
      connection: () => connection.current,
      clock: serverClock,
      timers: systemTimers,
    });
    return { room, actions };
  });
  useEffect(() => {
    const connected = connectAll(value.room);
    connection.current = connected.connection;
    return () => {
      connection.current = null;
      connected.stop();
    };
  }, [value]);
  return <RoomContext value={value}>{children}</RoomContext>;
}

/** Holds one incident, live, for everything below it. */
export function RoomProvider(props: RoomProviderProps) {
  return <OneRoom key={`${props.snapshot.incident.id}:${props.me.userId}`} {...props} />;
}

function useRoomContext() {
  const value = useContext(RoomContext);
  if (!value) throw new Error('This component belongs inside a RoomProvider.');
  return value;
}

/** A part of the room's view; renders again when that part changes. Select what exists, or wrap the selector in useShallow. */
export function useRoom<Part>(select: (view: RoomView) => Part): Part {
  return useStore(useRoomContext().room.store, select);
}

/** The store itself, for what reads it outside of drawing. */
export function useRoomStore(): StoreApi<RoomView> {
  return useRoomContext().room.store;
}

/** Puts in place what updates can name, where that changed since the room was opened. */
export function useSetComponents(): (components: StatusComponent[]) => void {
  return useRoomContext().room.setComponents;
}

/** What a person can do here; the same object for the life of the room. */
export function useRoomActions(): RoomActions {
  return useRoomContext().actions;
}
