'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { usePolling } from '@/components/shell/use-running';
import { hearNotices } from '@/lib/client/hear-notices';
import type { NoticePage } from '@/lib/contracts/notices';

const PATH = '/api/v1/notifications';
// What the socket does not tell is found at the latest so much later.
const EVERY_MS = 60_000;

/** The notices of whoever is signed in, live; null until they were read once. */
export function useNotices() {
  const [page, setPage] = useState<NoticePage | null>(null);

  const read = useCallback(async () => {
    const answer = await callApi<NoticePage>('GET', `${PATH}?limit=50`);
    if (answer.ok) setPage(answer.value);
  }, []);
  useEffect(() => {
    // Several changes in a row are read once.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), 50);
    };
    soon();
    const end = hearNotices(soon);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [read]);
  usePolling(read, EVERY_MS);

  const markRead = useCallback(
    async (which: { ids: string[] } | { all: true }) => {
      await callApi('POST', `${PATH}/read`, { body: which });
      await read();
    },
    [read],
  );
  return { page, markRead };
}
