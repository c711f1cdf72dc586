'use client';

import { EllipsisVertical, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Time } from '@/components/ui/time/time';
import { offers, outside } from '@/lib/client/offers';
import type { Update } from '@/lib/core/incident/state';
import { PHASE_WORDS, STATE_WORDS } from '@/lib/core/status/status-words';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { SideSection } from '../side/side-section';
import { Postmortem } from './postmortem';
import { AUDIENCE_WORD } from './words';

const numberOf = ({ ref }: Update) => Number(ref.slice(1));
const SHOWN = 3;

/** What was said to people outside of the room, the latest first. */
export function UpdatesSection() {
  const ui = useRoomUiStore();
  const updates = useRoom((view) => view.drawn.updates);
  const canPost = useRoom((view) => outside(view) === null);
  const all = useMemo(() => Object.values(updates).toSorted((a, b) => numberOf(b) - numberOf(a)), [updates]);
  const [latest, earlier] = [all.slice(0, SHOWN), all.slice(SHOWN)];
  return (
    <SideSection
      title="Updates"
      id="updates"
      action={
        canPost && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden />}
            onClick={() => ui.getState().open({ name: 'update', audience: null })}
          >
            Post
          </Button>
        )
      }
    >
      {all.length === 0 && <p className="text-xs text-faint">Nobody was told anything yet.</p>}
      <Rows label="Updates" updates={latest} />
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer rounded-sm py-0.5 text-xs text-muted hover:text-ink touch:min-h-11">
            {earlier.length} earlier
          </summary>
          <Rows label="Earlier updates" updates={earlier} />
        </details>
      )}
      <Postmortem />
    </SideSection>
  );
}

function Rows({ label, updates }: { label: string; updates: readonly Update[] }) {
  return (
    <ul aria-label={label} className="-mx-1.5 flex flex-col">
      {updates.map((update) => (
        <UpdateRow key={update.id} update={update} />
      ))}
    </ul>
  );
}

function UpdateRow({ update }: { update: Update }) {
  const { ref, audience, phase, text, components, postedBy, corrections, redacted } = update;
  return (
    <li id={ref} tabIndex={-1} className="flex items-start gap-1.5 rounded-md px-1.5 py-1 outline-none hover:bg-hover">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-muted">
          <span className="font-mono font-medium">{ref}</span>
          <Time at={postedBy.at} shape="clock" />
          <Badge tone={audience === 'public' ? 'accent' : 'neutral'}>{AUDIENCE_WORD[audience]}</Badge>
          {phase && <span>{PHASE_WORDS[phase]}</span>}
          <bdi className="truncate text-faint">{postedBy.name}</bdi>
        </p>
        {redacted ? (
          <p className="text-muted italic">
            Redacted by {redacted.name}: {redacted.because}
          </p>
        ) : (
          <p className="line-clamp-6 whitespace-pre-wrap wrap-anywhere">{text}</p>
        )}
        {components.length > 0 && (
          <p className="text-xs text-faint">
            {components.map(({ name, state }) => `${name}: ${STATE_WORDS[state].toLowerCase()}`).join(' · ')}
          </p>
        )}
        {corrections.length > 0 && !redacted && <Corrections update={update} />}
      </div>
      <UpdateMenu update={update} />
    </li>
  );
}

function Corrections({ update: { corrections } }: { update: Update }) {
  return (
    <details className="text-xs text-muted">
      <summary className="min-h-6 cursor-pointer rounded-sm py-0.5 hover:text-ink touch:min-h-11">
        edited{corrections.length > 1 ? ` ${corrections.length} times` : ''}, what it said before
      </summary>
      <ol className="flex flex-col gap-1.5 border-l-2 border-line pl-2">
        {corrections.toReversed().map(({ text, name, at, because }) => (
          <li key={at}>
            <span className="whitespace-pre-wrap wrap-anywhere">{text}</span>
            <span className="block text-faint">
              until {name} corrected it at <Time at={at} shape="clock" />
              {because && `: ${because}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function UpdateMenu({ update: { id, ref, text } }: { update: Update }) {
  const ui = useRoomUiStore();
  const canCorrect = useRoom((view) => offers(view, 'update.correct', { update: ref, text: `${text}.` }));
  const canRedact = useRoom((view) => offers(view, 'update.redact', { update: ref, because: 'because' }));
  if (!canCorrect && !canRedact) return null;
  return (
    <Menu
      label={`Update ${ref}`}
      align="end"
      trigger={
        <IconButton size="sm" label={`More for ${ref}`} className="-mt-0.5">
          <EllipsisVertical />
        </IconButton>
      }
    >
      {canCorrect && <MenuItem onSelect={() => ui.getState().open({ name: 'correct-update', updateId: id })}>Correct …</MenuItem>}
      {canRedact && <MenuItem onSelect={() => ui.getState().open({ name: 'redact-update', updateId: id })}>Redact …</MenuItem>}
    </Menu>
  );
}
