'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useRoom } from '@/components/room/room-provider';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { removePractice } from './practice-api';

/** Says in a practice room what it is, and removes it. */
export function PracticeBanner() {
  const isPractice = useRoom((view) => view.drawn.isPractice);
  const key = useRoom((view) => view.drawn.key);
  const mayRemove = useRoom((view) => view.me.role !== 'viewer');
  if (!isPractice) return null;
  return (
    <Banner shape="bar" className="shrink-0 print:hidden" action={mayRemove && <RemoveRoom roomKey={key} />}>
      <span className="font-medium">Practice.</span> A recorded outage: its people are not accounts, and it stays out of lists and
      figures. <span className="max-md:hidden">Try whatever you like.</span>
    </Banner>
  );
}

function RemoveRoom({ roomKey }: { roomKey: string }) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  async function remove() {
    setBusy(true);
    const problem = await removePractice(roomKey);
    if (problem) {
      setBusy(false);
      return toast.error(`${roomKey} was not removed.`, { detail: problem });
    }
    toast.success(`${roomKey} is removed, with everything in it.`);
    router.push('/');
  }
  return (
    <Button size="sm" variant="ghost" busy={isBusy ? 'Removing …' : null} onClick={() => void remove()}>
      Remove
    </Button>
  );
}
