'use client';

import { useState } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { Segmented } from '@/components/ui/segmented';
import { useRoom } from '@/components/room/room-provider';
import type { Evidence } from '@/lib/core/incident/state';

const ZOOMS = { fit: 'max-h-full max-w-full', '100': 'max-w-none', '200': 'max-w-none [zoom:2]' } as const;
type Zoom = keyof typeof ZOOMS;

/** A picture: whole, or as large as it is. */
export function ImageView({ evidence: { ref, title } }: { evidence: Evidence }) {
  const key = useRoom((view) => view.drawn.key);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return (
      <ErrorState title="The picture cannot be shown">It is safe on the server. Reload the page, or download it.</ErrorState>
    );
  }
  return (
    <>
      <div className="flex h-10 shrink-0 items-center border-b border-line px-3 touch:h-13">
        <Segmented
          label="Zoom"
          size="sm"
          value={zoom}
          options={[
            { value: 'fit', label: 'Fit' },
            { value: '100', label: '100 %' },
            { value: '200', label: '200 %' },
          ]}
          onChange={setZoom}
        />
      </div>
      <div className="flex min-h-0 flex-1 overflow-auto bg-sunken p-3" tabIndex={0} role="region" aria-label="Picture">
        <img
          src={`/api/v1/incidents/${key}/evidence/${ref}/body`}
          alt={title}
          onError={() => setBroken(true)}
          className={`m-auto ${ZOOMS[zoom]}`}
        />
      </div>
    </>
  );
}
