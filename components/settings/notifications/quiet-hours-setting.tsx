'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { useLocalZoneName } from '@/components/ui/time/local-zone';
import type { QuietHours } from '@/lib/core/notices/quiet';
import { Setting } from '../section';

type QuietHoursSettingProps = {
  quietHours: QuietHours | null;
  onChange: (quietHours: QuietHours | null) => void;
};

const USUAL = { from: '22:00', to: '07:00' };

/** The hours of every day in which nobody is disturbed. */
export function QuietHoursSetting({ quietHours, onChange }: QuietHoursSettingProps) {
  const here = useLocalZoneName() ?? 'UTC';
  const saved = quietHours ?? { ...USUAL, timeZone: here };
  const [draft, setDraft] = useState({ from: saved.from, to: saved.to });
  const isChanged = draft.from !== saved.from || draft.to !== saved.to;
  return (
    <Setting title="Quiet hours" hint={`Every day, in ${quietHours?.timeZone ?? here}. The same as quiet mode.`}>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {quietHours && (
          <>
            <Input
              type="time"
              aria-label="Quiet from"
              className="w-26 font-mono"
              value={draft.from}
              onChange={(event) => setDraft({ ...draft, from: event.target.value })}
            />
            <span className="text-muted">to</span>
            <Input
              type="time"
              aria-label="Quiet to"
              className="w-26 font-mono"
              value={draft.to}
              onChange={(event) => setDraft({ ...draft, to: event.target.value })}
            />
            <Button size="sm" disabled={!isChanged} onClick={() => onChange({ ...draft, timeZone: here })}>
              Save
            </Button>
          </>
        )}
        <Switch
          label="Quiet hours"
          checked={quietHours !== null}
          onChange={(on) => onChange(on ? { ...draft, timeZone: here } : null)}
        />
      </div>
    </Setting>
  );
}
