import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { OwnSubscription } from '@/lib/contracts/subscribers';
import { Card } from './card';

const at = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** Whether the webhook answers, and what the latest calls came to. */
export function WebhookCalls({ subscription: { state, calls } }: { subscription: OwnSubscription }) {
  const lead =
    state === 'pending'
      ? 'Waits for the answer 2xx to a test call, which is made again and again for a day. Load this page anew to see how it stands.'
      : 'The test call was answered: updates go to this address.';
  return (
    <Card title="Latest calls" lead={lead}>
      {calls.length > 0 && (
        <ul className="flex flex-col divide-y divide-line text-sm">
          {calls.map((call) => (
            <li key={call.at} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Outcome call={call} />
              <time dateTime={call.at} className="text-muted">
                {at(call.at)}
              </time>
              <span className="min-w-0 wrap-anywhere">{call.isDone ? `answered ${call.status}` : call.error}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Outcome({ call: { isDone, error } }: { call: OwnSubscription['calls'][number] }) {
  if (isDone) {
    return (
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        arrived
      </Badge>
    );
  }
  if (error === null) return <Badge icon={<Clock aria-hidden />}>waiting</Badge>;
  return (
    <Badge tone="warn" icon={<CircleAlert aria-hidden />}>
      failing
    </Badge>
  );
}
