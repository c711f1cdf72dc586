'use client';

import { Pin } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Notice } from '@/lib/contracts/status-page';
import { PageHead, Panel } from '../section';
import { NoticeForm } from './notice-form';
import { NoticeRow } from './notice-row';

/** Words on top of the status page that belong to no incident. */
export function NoticeSettings({ notices }: { notices: Notice[] }) {
  const [isPinning, setPinning] = useState(false);
  const pin = (
    <Button variant="primary" onClick={() => setPinning(true)}>
      Pin a notice
    </Button>
  );
  return (
    <>
      <PageHead
        title="Notices"
        lead="A word on top of the page that belongs to no incident: late answers on a holiday, trouble at a provider."
        action={notices.length > 0 && !isPinning ? pin : undefined}
      />
      <Panel>
        {isPinning && <NoticeForm notice={null} onClose={() => setPinning(false)} />}
        {notices.length === 0 && !isPinning && (
          <EmptyState icon={<Pin aria-hidden />} action={pin}>
            Nothing is pinned.
          </EmptyState>
        )}
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Panel>
    </>
  );
}
