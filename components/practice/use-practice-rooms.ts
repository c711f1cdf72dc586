'use client';

import { useState } from 'react';
import type { PracticeRoom } from '@/lib/contracts/room';

/** The practice rooms as the page was given them, without those removed since. */
export function usePracticeRooms(given: readonly PracticeRoom[]) {
  const [gone, setGone] = useState<readonly string[]>([]);
  const rooms = given.filter(({ key }) => !gone.includes(key));
  return { rooms, forget: (key: string) => setGone((before) => [...before, key]) };
}
