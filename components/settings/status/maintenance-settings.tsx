'use client';

import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ComponentList, Maintenance } from '@/lib/contracts/status-page';
import { isOver } from '@/lib/core/status/maintenance-phase';
import { PageHead, Panel } from '../section';
import { MaintenanceForm } from './maintenance-form';
import { MaintenanceRow } from './maintenance-row';

type MaintenanceSettingsProps = { maintenance: Maintenance[]; components: ComponentList };

/** What is planned first, the nearest on top; what is over below, the latest on top. */
export function MaintenanceSettings({ maintenance, components }: MaintenanceSettingsProps) {
  const [isPlanning, setPlanning] = useState(false);
  const ahead = maintenance.filter((one) => !isOver(one)).toReversed();
  const past = maintenance.filter(isOver);
  const plan = (
    <Button variant="primary" onClick={() => setPlanning(true)}>
      Plan a maintenance
    </Button>
  );
  return (
    <>
      <PageHead
        title="Maintenance"
        lead="Work that people are told of ahead. It begins and ends by the clock, unless you say so earlier."
        action={maintenance.length > 0 ? plan : undefined}
      />
      {maintenance.length === 0 && (
        <Panel>
          <EmptyState icon={<Wrench aria-hidden />} action={plan}>
            Nothing is planned. People who know ahead do not call in the night.
          </EmptyState>
        </Panel>
      )}
      {ahead.length > 0 && <List label="Planned and under way" {...{ maintenance: ahead, components }} />}
      {past.length > 0 && (
        <>
          <h2 className="pt-2 text-sm font-semibold text-muted">Over</h2>
          <List label="Over" {...{ maintenance: past, components }} />
        </>
      )}
      {isPlanning && <MaintenanceForm maintenance={null} components={components} onClose={() => setPlanning(false)} />}
    </>
  );
}

function List({ label, maintenance, components }: MaintenanceSettingsProps & { label: string }) {
  return (
    <section aria-label={label}>
      <Panel>
        {maintenance.map((one) => (
          <MaintenanceRow key={one.id} maintenance={one} components={components} />
        ))}
      </Panel>
    </section>
  );
}
