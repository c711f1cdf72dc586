'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi, type ApiAnswer } from '@/components/shell/call-api';

type Method = 'POST' | 'PATCH' | 'DELETE';

/** Changes something through the API and has the page drawn anew with what the server then says. */
export function useChange<T>() {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ApiAnswer<T> | null>(null);

  async function change(method: Method, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    setBusy(true);
    const said = await callApi<T>(method, path, { body });
    setAnswer(said);
    setBusy(false);
    if (said.ok) router.refresh();
    return said;
  }

  return { change, isBusy, answer, forget: () => setAnswer(null) };
}
