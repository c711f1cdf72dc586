'use client';

import { DoorOpen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { useOpenPractice } from './use-open-practice';

/** What somebody may do first in a Warroom where nothing happened yet. */
export function PracticeOffer({ canInvite }: { canInvite: boolean }) {
  const { open, busy } = useOpenPractice();
  return (
    <section
      aria-labelledby="practice-heading"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="max-w-2xl">
        <h2 id="practice-heading" className="text-base font-semibold">
          New here?
        </h2>
        <p className="text-sm text-muted">
          A practice room holds a real outage as it was recorded: its log, two hypotheses, the evidence and the root cause. Look
          around, write in it, and remove it with one click.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {canInvite && (
          <ButtonLink href="/settings/invitations" variant="ghost" size="lg">
            Invite people
          </ButtonLink>
        )}
        <Button size="lg" icon={<DoorOpen aria-hidden />} busy={busy} onClick={() => void open()}>
          Look around in a practice room
        </Button>
      </div>
    </section>
  );
}
