'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import type { ComponentRemoved, PageComponent } from '@/lib/contracts/status-page';
import { useChange } from '../use-change';

type RemoveComponentProps = { component: PageComponent; onClose: () => void };

/** Asks before a component goes off the page, and says which running incidents name it. */
export function RemoveComponent({ component: { id, name }, onClose }: RemoveComponentProps) {
  const { change } = useChange<ComponentRemoved>();
  const [incidents, setIncidents] = useState<string[]>([]);
  const path = `/api/v1/status/components/${id}`;

  useEffect(() => {
    const leaving = new AbortController();
    void callApi<ComponentRemoved>('GET', `${path}/incidents`, { signal: leaving.signal }).then((answer) => {
      if (answer.ok) setIncidents(answer.value.incidents);
    });
    return () => leaving.abort();
  }, [path]);

  async function remove(): Promise<string | null> {
    const answer = await change('DELETE', path);
    if (!answer.ok) return answer.message;
    toast.success(`${name} is off the page.`);
    return null;
  }

  return (
    <ConfirmDialog open onClose={onClose} title={`Remove ${name}?`} confirm="Remove" busy="Removing …" danger onConfirm={remove}>
      <p>
        It goes off the status page with its bars, and can no longer be named in updates. Updates that name it keep their words.
      </p>
      {incidents.length > 0 && (
        <p role="status" className="text-warn-ink">
          {incidents.join(', ')} {incidents.length === 1 ? 'is' : 'are'} running and {incidents.length === 1 ? 'names' : 'name'}{' '}
          it.
        </p>
      )}
    </ConfirmDialog>
  );
}
