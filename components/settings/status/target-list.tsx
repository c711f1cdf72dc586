'use client';

import { CloudUpload } from 'lucide-react';
import { useState } from 'react';
import type { ApiAnswer } from '@/components/shell/call-api';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { PublishTargetSummary } from '@/lib/contracts/publishing';
import { Panel } from '../section';
import { TargetForm } from './target-form';
import { TargetRow } from './target-row';
import { ReadAgain } from './read-again';

type TargetListProps = { answer: ApiAnswer<{ targets: PublishTargetSummary[] }> | null; onChanged: () => void };

/** Where the files are pushed to besides our own server. */
export function TargetList({ answer, onChanged }: TargetListProps) {
  const [isAdding, setAdding] = useState(false);
  const targets = answer?.ok ? answer.value.targets : [];
  const add = <Button onClick={() => setAdding(true)}>Add a target</Button>;
  return (
    <section aria-label="Targets" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">Targets</h2>
        {targets.length > 0 && add}
      </div>
      {answer && !answer.ok && <ReadAgain message={answer.message} onAgain={onChanged} />}
      {!answer && <Skeleton className="h-16 w-full" />}
      {answer?.ok && (
        <Panel>
          {targets.length === 0 && (
            <EmptyState icon={<CloudUpload aria-hidden />} action={add}>
              The page is served from here alone. Push it to a folder, a bucket or a git repository, and it stands when this
              server does not.
            </EmptyState>
          )}
          {targets.map((target) => (
            <TargetRow key={target.id} target={target} onChanged={onChanged} />
          ))}
        </Panel>
      )}
      {isAdding && (
        <TargetForm
          target={null}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
