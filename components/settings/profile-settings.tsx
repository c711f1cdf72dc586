'use client';

import { useTheme } from 'next-themes';
import { useId, useState, type FormEvent } from 'react';
import { useMe } from '@/components/shell/me';
import { SubmitButton } from '@/components/ui/submit-button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import type { Preferences } from '@/lib/contracts/people';
import { messageBeside, issueOf } from '@/components/shell/call-api';
import { PageHead, Panel, Setting } from './section';
import { TimeZoneSelect } from './time-zone-select';
import { useChange } from './use-change';

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const PATH = '/api/v1/profile';

export function ProfileSettings() {
  const me = useMe();
  const { setTheme } = useTheme();
  const { change } = useChange();
  const keysHint = useId();

  async function set(body: { timeZone?: string | null; preferences?: Partial<Preferences> }) {
    const answer = await change('PATCH', PATH, body);
    if (!answer.ok) toast.error(answer.message);
    return answer.ok;
  }

  return (
    <>
      <PageHead title="Profile" lead={`${me.email} · ${me.role}`} />
      <NameForm name={me.name} />
      <Panel>
        <Setting title="Time zone" hint="What “local” means wherever times are shown.">
          <TimeZoneSelect value={me.timeZone} onChange={(timeZone) => void set({ timeZone })} />
        </Setting>
        <Setting title="Theme" hint="On every device where you are signed in.">
          <Segmented
            label="Theme"
            size="sm"
            options={THEMES}
            value={me.preferences.theme}
            onChange={(theme) => {
              setTheme(theme);
              void set({ preferences: { theme } });
            }}
          />
        </Setting>
        <Setting
          title="Single keys"
          hint="n for a note, h for a hypothesis. Switch them off if you dictate or use a switch."
          hintId={keysHint}
        >
          <Switch
            label="Single keys"
            describedBy={keysHint}
            checked={me.preferences.singleKeys}
            onChange={(singleKeys) => void set({ preferences: { singleKeys } })}
          />
        </Setting>
      </Panel>
    </>
  );
}

function NameForm({ name: saved }: { name: string }) {
  const { change, isBusy, answer } = useChange();
  const [name, setName] = useState(saved);

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = await change('PATCH', PATH, { name });
    if (said.ok) toast.success('Your name is saved.');
  }

  return (
    <form
      onSubmit={(event) => void save(event)}
      className="flex items-end gap-2 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <Field
        label="Name"
        hint="Entries that you wrote before keep the name you had."
        error={issueOf(answer, 'name') ?? messageBeside(answer, ['name'])}
        className="max-w-sm flex-1"
      >
        {(control) => (
          <span className="flex gap-2">
            <Input {...control} autoComplete="name" required value={name} onChange={(event) => setName(event.target.value)} />
            <SubmitButton disabled={name.trim() === saved || name.trim() === ''} busy={isBusy ? 'Saving …' : null}>
              Save
            </SubmitButton>
          </span>
        )}
      </Field>
    </form>
  );
}
