'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { createRoomUi, type RoomUi } from '@/lib/client/room-ui';

const RoomUiContext = createContext<StoreApi<RoomUi> | null>(null);

export function RoomUiProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createRoomUi);
  return <RoomUiContext value={store}>{children}</RoomUiContext>;
}

/** What is open, selected and shown in the room; the store itself, for what happens outside of drawing. */
export function useRoomUiStore(): StoreApi<RoomUi> {
  const store = use(RoomUiContext);
  if (!store) throw new Error('This stands outside of a room.');
  return store;
}

export const useRoomUi = <T,>(select: (ui: RoomUi) => T): T => useStore(useRoomUiStore(), select);
