'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { clockText } from '@/components/ui/time/format';
import { useZone } from '@/components/ui/time/zone';
import { mustSpeak } from '@/lib/core/incident/permissions';
import { AUDIENCES, PHASES, type Audience, type Phase, type Update } from '@/lib/core/incident/state';
import { actorOf } from '@/lib/client/offers';
import { PHASE_WORDS } from '@/lib/core/status/status-words';
import { FormDialog } from '../dialogs/form-dialog';
import { InstantField } from '../instant-field';
import { readInstant } from '../instant-text';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { ComponentPicks } from './component-picks';
import { DueField } from './due-field';
import { SharedTextarea } from './shared-textarea';
import { UpdatePreview } from './update-preview';
import { useUpdatePreview } from './use-update-preview';
import { useUpdateForm, type UpdateForm } from './use-update-form';
import { AUDIENCE_WORD } from './words';

const OPTIONS = AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORD[value] }));

const ABOUT: Record<Audience, string> = {
  team: 'For those who work on it: it stands in the log.',
  stakeholders: 'For people inside who wait for news: it stands in the log and in the brief.',
  public: 'For everybody outside: status page, mail and feed. Nothing else of this incident goes there.',
};

/** Tells the team, stakeholders or the public how it stands. Whoever else has it open writes the same draft. */
export function UpdateDialog({ audience: asked, onClose }: { audience: Audience | null; onClose: () => void }) {
  const silent = useRoom((view) => mustSpeak(view.drawn, actorOf(view.me)));
  const [audience, setAudience] = useState<Audience>(asked ?? (silent ? 'team' : 'stakeholders'));
  const [givenAt, setGivenAt] = useState<string | null>(null);
  const form = useUpdateForm(audience, givenAt);
  const isHindered = useRoom(({ drawn }) => audience === 'public' && (drawn.isPrivate || drawn.isPractice));
  const isSilent = audience !== 'team' && silent !== null;
  const preview = useUpdatePreview({ ...form.said, at: givenAt });
  const { text, ahead, refusal, unseen, isTyped } = form;
  const hint = 'refusal' in ahead && isTyped && !unseen ? ahead.refusal : null;

  return (
    <FormDialog
      size="lg"
      title="Post an update"
      description={ABOUT[audience]}
      onClose={onClose}
      keepOpen
      submit={`Post to ${AUDIENCE_WORD[audience].toLowerCase()}`}
      busy={form.isBusy}
      canSubmit={!isHindered && !isSilent && unseen === null && text.trim() !== ''}
      refusal={refusal ?? (isHindered || isSilent ? null : hint)}
      onSubmit={() => void form.post().then((isPosted) => isPosted && onClose())}
      aside={
        isTyped && (
          <Button variant="ghost" onClick={form.startAgain}>
            Start again
          </Button>
        )
      }
    >
      <Segmented label="Audience" options={OPTIONS} value={audience} onChange={setAudience} className="self-start" />
      {isHindered && <WhyNotPublic />}
      {isSilent && <Banner tone="warn">{silent}</Banner>}
      {unseen && <Unseen update={unseen} onRead={form.read} />}
      <div className="grid gap-4 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <UpdateFields audience={audience} form={form} />
          <GivenAt at={givenAt} onChange={setGivenAt} />
        </div>
        <UpdatePreview {...{ audience, text, preview }} choices={form.choices} line={'line' in ahead ? ahead.line : null} />
      </div>
    </FormDialog>
  );
}

function UpdateFields({ audience, form }: { audience: Audience; form: UpdateForm }) {
  const { phase, title, components, nextUpdateAt } = form.choices;
  const isPublic = audience === 'public';
  const publicTitle = useRoom((view) => view.confirmed.publicTitle);
  const known = form.known.filter((one) => one.isPublic || !isPublic);
  return (
    <>
      {isPublic && (
        <Field
          label="Title for the public"
          hint={publicTitle === null ? 'What everybody outside reads. The title of this room stays inside.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              placeholder="Orders unavailable"
              value={title}
              onChange={(event) => form.setTitle(event.target.value)}
            />
          )}
        </Field>
      )}
      {audience !== 'team' && (
        <Field label="Phase" aside={isPublic ? null : 'optional'}>
          {(control) => (
            <Select {...control} value={phase ?? ''} onChange={(event) => form.setPhase(event.target.value as Phase | '')}>
              {!isPublic && <option value="">None</option>}
              {PHASES.map((one) => (
                <option key={one} value={one}>
                  {PHASE_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label="Text" aside={<SharedState form={form} />}>
        {(control) => (
          <SharedTextarea
            {...control}
            data-autofocus
            rows={6}
            className="max-h-64! min-h-32!"
            value={form.text}
            onType={form.type}
          />
        )}
      </Field>
      {form.written.problem && <Banner tone="warn">{form.written.problem}</Banner>}
      {audience !== 'team' && <ComponentPicks known={known} picked={components} onPick={form.setStates} />}
      <DueField label="Next update" at={nextUpdateAt} none="No promise" onChange={form.setNext} />
    </>
  );
}

function SharedState({ form: { written, isTyped } }: { form: UpdateForm }) {
  if (!written.isShared) return 'on this device only';
  return isTyped ? 'shared as you type' : 'from the facts';
}

/** When it was said, where that was not just now. */
function GivenAt({ at, onChange }: { at: string | null; onChange: (at: string | null) => void }) {
  const zone = useZone();
  const near = useRoom((view) => view.drawn.lastEventAt);
  const [typed, setTyped] = useState('');
  const isWrong = typed.trim() !== '' && at === null;
  return (
    <Field
      label="Given at"
      aside="empty: now"
      error={isWrong ? 'Write a time that has passed, such as 16:02.' : null}
      hint={at ? `It counts from ${clockText(at, zone)} ${zone === 'utc' ? 'UTC' : 'local'}.` : undefined}
    >
      {(control) => (
        <InstantField
          {...control}
          zone={zone}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            onChange(next.trim() === '' ? null : readInstant(next, zone, near));
          }}
        />
      )}
    </Field>
  );
}

function Unseen({ update, onRead }: { update: Update; onRead: () => void }) {
  const zone = useZone();
  const { ref, audience, postedBy, text } = update;
  return (
    <Banner
      tone="warn"
      live="assertive"
      action={
        <Button size="sm" onClick={onRead}>
          Mine says something new
        </Button>
      }
    >
      <p className="font-medium">
        {postedBy.name} posted {ref} to {AUDIENCE_WORD[audience].toLowerCase()} at {clockText(postedBy.at, zone)}, since you
        began:
      </p>
      <p className="mt-0.5 line-clamp-6 whitespace-pre-wrap wrap-anywhere">{text || 'redacted'}</p>
    </Banner>
  );
}

function WhyNotPublic() {
  const ui = useRoomUiStore();
  const isPractice = useRoom((view) => view.drawn.isPractice);
  if (isPractice) return <Banner tone="warn">This is a practice room: nothing of it is ever published.</Banner>;
  return (
    <Banner
      tone="warn"
      action={
        <Button size="sm" onClick={() => ui.getState().open({ name: 'access' })}>
          Who sees it
        </Button>
      }
    >
      This incident is private: nothing of it goes to the public. Open it to everybody here first, or tell stakeholders.
    </Banner>
  );
}
