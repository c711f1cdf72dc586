'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { PublishTargetSummary } from '@/lib/contracts/publishing';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { KIND_WORD, placeText } from './target-fields';
import { TargetForm } from './target-form';

function standing({ isEnabled, lastError, isCurrent }: PublishTargetSummary): { word: string; tone: Tone } {
  if (!isEnabled) return { word: 'switched off', tone: 'neutral' };
  if (lastError) return { word: 'failing', tone: 'danger' };
  return isCurrent ? { word: 'up to date', tone: 'good' } : { word: 'waiting', tone: 'accent' };
}

export function TargetRow({ target, onChanged }: { target: PublishTargetSummary; onChanged: () => void }) {
  const { change } = useChange();
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const { id, name, kind, isEnabled, pushedAt, dueAt, attempts, lastError } = target;
  const path = `/api/v1/status/targets/${id}`;
  const { word, tone } = standing(target);

  async function set(method: 'POST' | 'PATCH', below: string, body: object) {
    const answer = await change(method, path + below, body);
    if (!answer.ok) toast.error(answer.message);
    onChanged();
  }
  async function remove() {
    const answer = await change('DELETE', path);
    if (answer.ok) onChanged();
    return answer.ok ? null : answer.message;
  }

  return (
    <div className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="min-w-0 truncate">{name}</span>
          <Badge>{KIND_WORD[kind]}</Badge>
          <Badge tone={tone}>{word}</Badge>
        </div>
        <Facts>
          <span className="font-mono break-all">{placeText(target)}</span>
          {pushedAt && (
            <span>
              pushed <Time at={pushedAt} />
            </span>
          )}
          {dueAt && attempts > 0 && (
            <span>
              tried {attempts} times, again <Time at={dueAt} shape="relative" />
            </span>
          )}
        </Facts>
        {lastError && <p className="text-xs break-words text-danger-ink">{lastError}</p>}
      </div>
      <Menu
        label={`More about ${name}`}
        align="end"
        trigger={
          <IconButton label={`More about ${name}`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setDoing('change')}>Change …</MenuItem>
        <MenuItem disabled={!isEnabled} onSelect={() => void set('POST', '/push', {})}>
          Push now
        </MenuItem>
        <MenuItem onSelect={() => void set('PATCH', '', { isEnabled: !isEnabled })}>
          {isEnabled ? 'Switch off' : 'Switch on'}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={() => setDoing('remove')}>
          Remove …
        </MenuItem>
      </Menu>
      {doing === 'change' && (
        <TargetForm
          target={target}
          onClose={() => setDoing(null)}
          onSaved={() => {
            setDoing(null);
            onChanged();
          }}
        />
      )}
      {doing === 'remove' && (
        <ConfirmDialog
          open
          onClose={() => setDoing(null)}
          title={`Remove ${name}?`}
          confirm="Remove"
          busy="Removing …"
          danger
          onConfirm={remove}
        >
          <p>Nothing is pushed there any more. What stands there stays.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
