'use client';

import { useEffect, useState } from 'react';
import { fetchBehind } from '@/lib/client/behind';
import { fetchParts } from '../later';
import type { LogList } from './log-list';

let list: typeof LogList | null = null;

/** The list that scrolls and knows every line; null until its scripts are here. */
export function useLogList(): typeof LogList | null {
  const [found, setFound] = useState(() => list);
  useEffect(() => {
    let isOver = false;
    void fetchBehind(fetchParts).then((parts) => {
      list = parts.LogList;
      if (!isOver) setFound(() => parts.LogList);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return found;
}
