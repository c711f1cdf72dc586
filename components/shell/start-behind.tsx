'use client';

import { useEffect } from 'react';
import { startBehind } from '@/lib/client/behind';

/** Stands last in the page: whatever has something more urgent to do has said so before. */
export function StartBehind() {
  useEffect(startBehind, []);
  return null;
}
