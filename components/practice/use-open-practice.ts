'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { openPractice } from './practice-api';

/** Opens a practice room and goes there; `busy` is what is going on, in words. */
export function useOpenPractice(): { open: () => Promise<void>; busy: string | null } {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  async function open() {
    if (isBusy) return;
    setBusy(true);
    const answer = await openPractice();
    if (answer.ok) return router.push(`/incidents/${answer.value.key}`);
    setBusy(false);
    toast.error('The practice room was not opened.', { detail: answer.message });
  }
  return { open, busy: isBusy ? 'Opening the room …' : null };
}
