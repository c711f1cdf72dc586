'use client';

import { useCallback, useEffect, useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { usePolling } from '@/components/shell/use-running';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { HookDelivery } from '@/lib/contracts/hooks';

const TONES = { waiting: 'neutral', sent: 'good', 'given up': 'danger' } as const;
const EVERY_MS = 3_000;

/** The last messages to a hook, kept up to date while they are looked at. */
export function HookDeliveries({ path }: { path: string }) {
  const [deliveries, setDeliveries] = useState<HookDelivery[] | null>(null);
  const read = useCallback(async () => {
    const answer = await callApi<{ deliveries: HookDelivery[] }>('GET', `${path}/deliveries`);
    if (answer.ok) setDeliveries(answer.value.deliveries);
  }, [path]);
  useEffect(() => void read(), [read]);
  usePolling(read, EVERY_MS);

  async function again({ id }: HookDelivery) {
    const answer = await callApi('POST', `${path}/deliveries/${id}/again`);
    if (!answer.ok) toast.error(answer.message);
    await read();
  }

  if (!deliveries) return <p className="pt-3 text-sm text-muted">Reading …</p>;
  if (deliveries.length === 0) return <p className="pt-3 text-sm text-muted">Nothing was sent there in the last thirty days.</p>;
  return (
    <ul aria-label="Messages" className="mt-3 divide-y divide-line border-t border-line text-sm">
      {deliveries.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <Time at={one.createdAt} className="w-24 shrink-0 font-mono text-xs text-muted" />
          <span className="min-w-0 flex-1 basis-48 truncate">{one.about}</span>
          <Badge tone={TONES[one.state]}>{one.state}</Badge>
          <span className="w-40 shrink-0 text-xs text-muted tabular-nums">
            {one.attempts === 1 ? '1 attempt' : `${one.attempts} attempts`}
            {one.answer && ` · answered ${one.answer}`}
          </span>
          <Button size="sm" variant="ghost" onClick={() => void again(one)} aria-label={`Send again: ${one.about}`}>
            Send again
          </Button>
          {one.error && <span className="w-full text-xs break-words text-danger-ink">{one.error}</span>}
        </li>
      ))}
    </ul>
  );
}
