'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/lib/client/http';
import type { PreviewUpdateInput, UpdatePreview } from '@/lib/contracts/status';
import { useRoom } from '../room-provider';

const SETTLE_MS = 300;

/** What the server would send of an update, asked again when its words have rested; the last answer stays until then. */
export function useUpdatePreview(update: PreviewUpdateInput): UpdatePreview | null {
  const incidentId = useRoom((view) => view.confirmed.id);
  const [preview, setPreview] = useState<UpdatePreview | null>(null);
  const body = JSON.stringify(update);
  useEffect(() => {
    let isStale = false;
    const look = async () => {
      const headers = { 'content-type': 'application/json' };
      const path = `/api/v1/incidents/${incidentId}/updates/preview`;
      const reply = await ask<UpdatePreview>(path, { method: 'POST', headers, body });
      if (reply.kind === 'ok' && !isStale) setPreview(reply.value);
    };
    const timer = setTimeout(() => void look(), SETTLE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [incidentId, body]);
  return preview;
}
