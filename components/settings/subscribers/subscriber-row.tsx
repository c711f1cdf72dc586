'use client';

import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { SubscriberState, SubscriberSummary } from '@/lib/contracts/subscribers';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { STATE_WORD } from './state-words';

const TONES: Record<SubscriberState, Tone> = {
  pending: 'accent',
  active: 'good',
  unsubscribed: 'neutral',
  bounced: 'warn',
  removed: 'neutral',
};

export function SubscriberRow({ subscriber }: { subscriber: SubscriberSummary }) {
  const { kind, address, state, components, createdAt, lastError } = subscriber;
  const isOver = state !== 'active' && state !== 'pending';
  return (
    <div className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0 truncate font-medium">{address}</span>
          <Badge tone={TONES[state]}>{STATE_WORD[state]}</Badge>
        </div>
        <Facts>
          <span>{kind}</span>
          <span>{components.length === 0 ? 'everything' : components.join(', ')}</span>
          <span>
            since <Time at={createdAt} />
          </span>
          {lastError && <span className="text-warn-ink">latest failed: {lastError}</span>}
        </Facts>
      </div>
      {!isOver && <Remove subscriber={subscriber} />}
    </div>
  );
}

function Remove({ subscriber: { id, address } }: { subscriber: SubscriberSummary }) {
  const { change } = useChange();
  const [isAsking, setAsking] = useState(false);

  async function remove(): Promise<string | null> {
    const answer = await change('DELETE', `/api/v1/subscribers/${id}`);
    if (!answer.ok) return answer.message;
    toast.success('No more updates go there.');
    return null;
  }

  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)} aria-label={`Remove ${address}`}>
        Remove
      </Button>
      {isAsking && (
        <ConfirmDialog
          open
          danger
          title={`Remove ${address}?`}
          confirm="Remove"
          busy="Removing …"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          They get no more updates. They can subscribe again by themselves.
        </ConfirmDialog>
      )}
    </>
  );
}
