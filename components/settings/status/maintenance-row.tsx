'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { spanText } from '@/components/ui/time/format';
import { Time } from '@/components/ui/time/time';
import type { ComponentList, Maintenance } from '@/lib/contracts/status-page';
import { isOver } from '@/lib/core/status/maintenance-phase';
import { MAINTENANCE_WORDS } from '@/lib/core/status/status-words';
import { Facts } from '../facts';
import { MaintenanceForm } from './maintenance-form';
import { PHASE_TONE } from './maintenance-look';
import { MaintenanceUpdateForm } from './maintenance-update-form';
import { MaintenanceUpdates } from './maintenance-updates';

type MaintenanceRowProps = { maintenance: Maintenance; components: ComponentList };

export function MaintenanceRow({ maintenance, components }: MaintenanceRowProps) {
  const [doing, setDoing] = useState<'change' | 'say' | null>(null);
  const { title, phase, startsAt, endsAt, isPublic, componentIds } = maintenance;
  const names = components.components.filter(({ id }) => componentIds.includes(id)).map(({ name }) => name);
  return (
    <article aria-label={title} className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span className="min-w-0 break-words">{title}</span>
            <Badge tone={PHASE_TONE[phase]}>{MAINTENANCE_WORDS[phase]}</Badge>
            {!isPublic && <Badge>staff only</Badge>}
          </h2>
          <Facts>
            <span>
              <Time at={startsAt} /> to <Time at={endsAt} />
            </span>
            <span>{spanText(Date.parse(endsAt) - Date.parse(startsAt))}</span>
            {names.length > 0 && <span>{names.join(', ')}</span>}
          </Facts>
        </div>
        <span className="flex gap-2">
          {!isOver({ phase }) && (
            <Button size="sm" aria-label={`Change ${title}`} onClick={() => setDoing('change')}>
              Change
            </Button>
          )}
          <Button size="sm" aria-label={`Say how ${title} goes`} onClick={() => setDoing('say')}>
            Update
          </Button>
        </span>
      </div>
      {doing === 'say' && <MaintenanceUpdateForm maintenance={maintenance} onClose={() => setDoing(null)} />}
      <MaintenanceUpdates maintenance={maintenance} />
      {doing === 'change' && <MaintenanceForm {...{ maintenance, components }} onClose={() => setDoing(null)} />}
    </article>
  );
}
