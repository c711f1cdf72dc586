'use client';

import { ExternalLink } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import type { StatusPageSettings } from '@/lib/contracts/status-page';
import { PageHead } from '../section';
import { useChange } from '../use-change';
import { PageZoneSelect } from './page-zone-select';

const FIELDS = ['name', 'about', 'url', 'supportUrl', 'timeZone'];
const VISIBILITIES = [
  { value: 'public', label: 'Public' },
  { value: 'private', label: 'Behind sign-in' },
] as const;

type PageSettingsProps = { saved: StatusPageSettings; publicUrl: string };

/** What the status page says of itself, and who reads it. */
export function PageSettings({ saved, publicUrl }: PageSettingsProps) {
  const { change, isBusy, answer } = useChange<StatusPageSettings>();
  const [draft, setDraft] = useState(saved);
  const set = (part: Partial<StatusPageSettings>) => setDraft((now) => ({ ...now, ...part }));
  const message = messageBeside(answer, FIELDS);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);

  async function save(event: FormEvent) {
    event.preventDefault();
    const said = await change('PATCH', '/api/v1/status/page', draft);
    if (!said.ok) return;
    setDraft(said.value);
    toast.success('Saved. The page is written anew.');
  }

  return (
    <>
      <PageHead
        title="About the page"
        lead="What the status page says of itself, and who may read it."
        action={
          <a
            href={`${publicUrl}/status`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 text-sm text-accent-ink hover:underline touch:min-h-11"
          >
            <ExternalLink aria-hidden className="size-4" />
            Open the page
          </a>
        }
      />
      <form
        noValidate
        onSubmit={(event) => void save(event)}
        className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      >
        {message && (
          <Banner tone="danger" live="assertive">
            {message}
          </Banner>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" error={issueOf(answer, 'name')}>
            {(control) => (
              <Input {...control} autoComplete="off" value={draft.name} onChange={(event) => set({ name: event.target.value })} />
            )}
          </Field>
          <Field
            label="Time zone"
            hint="For programs that read the page. People see UTC and their own time."
            error={issueOf(answer, 'timeZone')}
          >
            {(control) => (
              <PageZoneSelect {...control} value={draft.timeZone} onChange={(event) => set({ timeZone: event.target.value })} />
            )}
          </Field>
        </div>
        <Field label="About" aside="optional" hint="A sentence or two on top of the page." error={issueOf(answer, 'about')}>
          {(control) => (
            <Textarea {...control} rows={2} value={draft.about} onChange={(event) => set({ about: event.target.value })} />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <AddressField
            label="Address of the product"
            value={draft.url}
            error={issueOf(answer, 'url')}
            onChange={(url) => set({ url })}
          />
          <AddressField
            label="Where people get help"
            value={draft.supportUrl}
            error={issueOf(answer, 'supportUrl')}
            onChange={(supportUrl) => set({ supportUrl })}
          />
        </div>
        <div className="flex flex-col items-start gap-1">
          <span aria-hidden className="text-sm font-medium">
            Who reads it
          </span>
          <Segmented
            label="Who reads it"
            options={VISIBILITIES}
            value={draft.visibility}
            onChange={(visibility) => set({ visibility })}
          />
          <p className="text-xs text-muted">
            {draft.visibility === 'public' ? 'Everybody, without signing in.' : 'Only who is signed in to this installation.'}
          </p>
        </div>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" disabled={!isChanged} busy={isBusy ? 'Saving …' : null}>
            Save
          </Button>
        </div>
      </form>
    </>
  );
}

type AddressFieldProps = { label: string; value: string | null; error: string | null; onChange: (value: string | null) => void };

function AddressField({ label, value, error, onChange }: AddressFieldProps) {
  return (
    <Field label={label} aside="optional" error={error}>
      {(control) => (
        <Input
          {...control}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value.trim() || null)}
        />
      )}
    </Field>
  );
}
