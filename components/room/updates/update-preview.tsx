'use client';

import { FileText, Globe, Mail, Rss, ScrollText, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import type { UpdatePreview as Preview } from '@/lib/contracts/status';
import type { Audience } from '@/lib/core/incident/state';
import { BRIEF_UPDATE_MAX } from '@/lib/core/method/brief';
import { shortWords } from '@/lib/core/method/short-words';
import type { UpdateChoices } from '@/lib/client/update-choices';
import { Time } from '@/components/ui/time/time';
import { PHASE_WORDS, STATE_WORDS } from '@/lib/core/status/status-words';

type UpdatePreviewProps = {
  audience: Audience;
  choices: UpdateChoices;
  text: string;
  line: string | null;
  /** What the server says of it, once it was asked. */
  preview: Preview | null;
};

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const subscribers = (count: number) => counted(count, 'subscriber', 'subscribers');
const mailed = ({ mail }: Preview) => (mail ? subscribers(mail.count) : 'not sent');

/** Exactly what goes out by each channel, and to how many. */
export function UpdatePreview({ audience, choices, text, line, preview }: UpdatePreviewProps) {
  const people = preview ? counted(preview.people, 'person here', 'people here') : '…';
  const isPublic = audience === 'public';
  return (
    <section aria-label="Preview" className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">What goes out</h3>
      <Channel icon={<ScrollText />} name="Room log" count={people}>
        <p className="wrap-anywhere">{line ?? text}</p>
      </Channel>
      {audience !== 'team' && (
        <Channel icon={<FileText />} name="Brief" count={people}>
          <Words choices={choices} text={shortWords(text, BRIEF_UPDATE_MAX)} hasNext />
        </Channel>
      )}
      {isPublic && (
        <>
          <Channel icon={<Globe />} name="Status page" count="everybody">
            <Words choices={choices} text={text} hasTitle />
          </Channel>
          <Channel icon={<Mail />} name="Mail" count={preview ? mailed(preview) : '…'}>
            {preview?.mail ? (
              <>
                <p className="font-semibold wrap-anywhere">{preview.mail.subject}</p>
                <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{preview.mail.text}</p>
              </>
            ) : (
              <p className="text-muted">There is no mail server, or the status page is not for everybody.</p>
            )}
          </Channel>
          {preview?.webhook && preview.webhook.count > 0 && (
            <Channel icon={<Webhook />} name="Webhooks" count={subscribers(preview.webhook.count)}>
              <pre className="font-mono whitespace-pre-wrap wrap-anywhere">{preview.webhook.body}</pre>
            </Channel>
          )}
          <Channel icon={<Rss />} name="Feed" count="whoever reads it">
            <Words choices={choices} text={text} hasFeedTitle />
          </Channel>
        </>
      )}
    </section>
  );
}

function Channel({ icon, name, count, children }: { icon: ReactNode; name: string; count: string; children: ReactNode }) {
  return (
    <details
      className="rounded-md border border-line bg-surface dark:bg-sunken"
      open={name === 'Room log' || name === 'Status page'}
    >
      <summary className="flex min-h-8 cursor-pointer items-center gap-2 px-2.5 text-xs touch:min-h-11 [&_svg]:size-3.5 [&_svg]:text-faint">
        {icon}
        <span className="font-medium">{name}</span>
        <span className="ml-auto text-muted tabular-nums">{count}</span>
      </summary>
      <div
        className="max-h-40 overflow-y-auto border-t border-line px-2.5 py-1.5 text-xs"
        tabIndex={0}
        role="group"
        aria-label={name}
      >
        {children}
      </div>
    </details>
  );
}

type WordsProps = {
  choices: UpdateChoices;
  text: string;
  hasTitle?: boolean;
  /** As an entry of a feed is called. */
  hasFeedTitle?: boolean;
  hasNext?: boolean;
};

function Words({ choices: { phase, title, components, nextUpdateAt }, text, hasTitle, hasFeedTitle, hasNext }: WordsProps) {
  const publicTitle = title || 'No title for the public yet';
  return (
    <div className="flex flex-col gap-1">
      {hasTitle && <p className="font-semibold wrap-anywhere">{publicTitle}</p>}
      {hasFeedTitle && phase && (
        <p className="font-semibold wrap-anywhere">
          {PHASE_WORDS[phase]}: {publicTitle}
        </p>
      )}
      {phase && <p className="font-medium">{PHASE_WORDS[phase]}</p>}
      <p className="whitespace-pre-wrap wrap-anywhere">{text || 'No words yet'}</p>
      {components.length > 0 && (
        <p className="text-muted">
          {components.map(({ name, state }) => `${name}: ${STATE_WORDS[state].toLowerCase()}`).join(' · ')}
        </p>
      )}
      {hasNext && nextUpdateAt && (
        <p className="text-muted">
          Next update by <Time at={nextUpdateAt} shape="clock" />
        </p>
      )}
    </div>
  );
}
