'use client';

import { useState } from 'react';
import { buttonClass, Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { PublicationPage, PublishTargetSummary } from '@/lib/contracts/publishing';
import { PageHead } from '../section';
import { useChange } from '../use-change';
import { PublicationLog } from './publication-log';
import { TargetList } from './target-list';
import { useRead } from './use-read';

/** Where the page is published to, when it was, and what it would say now. */
export function PublishingSettings() {
  const targets = useRead<{ targets: PublishTargetSummary[] }>('/api/v1/status/targets');
  const [cursor, setCursor] = useState<string | null>(null);
  const log = useRead<PublicationPage>(`/api/v1/status/publications${cursor ? `?cursor=${cursor}` : ''}`);
  const { change, isBusy } = useChange();

  async function publish() {
    const said = await change('POST', '/api/v1/status/publications', {});
    if (said.ok) toast.success('The page is up to date.');
    else toast.error(said.message);
    setCursor(null);
    targets.again();
    log.again();
  }

  return (
    <>
      <PageHead
        title="Publishing"
        lead="With every change the page is written to files and served from them. A second place keeps it up when this server is down."
        action={
          <span className="flex gap-2">
            <a href="/api/v1/status/preview" target="_blank" rel="noreferrer" className={buttonClass({})}>
              What would the public see now?
            </a>
            <Button variant="primary" busy={isBusy ? 'Publishing …' : null} onClick={() => void publish()}>
              Publish now
            </Button>
          </span>
        }
      />
      <TargetList answer={targets.answer} onChanged={targets.again} />
      <PublicationLog answer={log.answer} isFirst={cursor === null} onTurn={setCursor} onAgain={log.again} />
    </>
  );
}
