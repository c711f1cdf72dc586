'use client';

import { Ban, CircleCheck, Clock, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { DeliveryState, DeliverySummary } from '@/lib/contracts/deliveries';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { STATE_WORD } from './state-words';

const LOOK: Record<DeliveryState, { tone: Tone; Icon: typeof Clock }> = {
  waiting: { tone: 'neutral', Icon: Clock },
  failing: { tone: 'warn', Icon: RotateCw },
  sent: { tone: 'good', Icon: CircleCheck },
  'given-up': { tone: 'danger', Icon: Ban },
};
const CHANNEL = { mail: 'mail', webhook: 'webhook', push: 'push' } as const;

export function DeliveryRow({ delivery }: { delivery: DeliverySummary }) {
  const { tone, Icon } = LOOK[delivery.state];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <Badge tone={tone} icon={<Icon aria-hidden />}>
            {STATE_WORD[delivery.state]}
          </Badge>
          <span className="min-w-0 truncate font-medium">{delivery.about}</span>
        </div>
        <DeliveryFacts delivery={delivery} />
        {delivery.lastError && <p className="mt-1 text-xs wrap-anywhere text-muted">{delivery.lastError}</p>}
      </div>
      <Acts delivery={delivery} />
    </div>
  );
}

function DeliveryFacts({
  delivery: { channel, to, incidentKey, attempts, lastStatus, createdAt, endedAt, nextAt, state },
}: {
  delivery: DeliverySummary;
}) {
  return (
    <Facts>
      <span>
        {CHANNEL[channel]} to {to}
      </span>
      {incidentKey && (
        <Link href={`/incidents/${incidentKey}`} className="hover:underline">
          {incidentKey}
        </Link>
      )}
      {!endedAt && (
        <span>
          queued <Time at={createdAt} />
        </span>
      )}
      {attempts > 0 && <span>{attempts === 1 ? '1 try' : `${attempts} tries`}</span>}
      {lastStatus && <span className="max-w-60 truncate">answered {lastStatus}</span>}
      {endedAt && (
        <span>
          {STATE_WORD[state]} <Time at={endedAt} />
        </span>
      )}
      {nextAt && state === 'failing' && (
        <span>
          next try <Time at={nextAt} />
        </span>
      )}
    </Facts>
  );
}

function Acts({ delivery: { id, state, about } }: { delivery: DeliverySummary }) {
  const { change, isBusy } = useChange();
  if (state === 'sent') return null;

  async function act(verb: 'send-again' | 'give-up', said: string) {
    const answer = await change('POST', `/api/v1/deliveries/${id}/${verb}`, {});
    if (answer.ok) toast.success(said);
    else toast.error(answer.message);
  }

  return (
    <div className="flex gap-2">
      {state !== 'waiting' && (
        <Button
          size="sm"
          busy={isBusy ? 'Sending …' : null}
          aria-label={`Send again: ${about}`}
          onClick={() => void act('send-again', 'It is sent again now.')}
        >
          Send again
        </Button>
      )}
      {state !== 'given-up' && (
        <Button
          size="sm"
          variant="ghost"
          disabled={isBusy}
          aria-label={`Give up: ${about}`}
          onClick={() => void act('give-up', 'It is tried no more.')}
        >
          Give up
        </Button>
      )}
    </div>
  );
}
