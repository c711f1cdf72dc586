'use client';

import { createContext, use } from 'react';
import type { Profile } from '@/lib/contracts/people';

export const MeContext = createContext<Profile | null>(null);

/** Whoever is signed in. */
export function useMe(): Profile {
  const me = use(MeContext);
  if (!me) throw new Error('Nobody is signed in on this page.');
  return me;
}
