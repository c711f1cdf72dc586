'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem, MenuSeparator } from '@/components/ui/menu-item';
import { useNow } from '@/components/ui/time/now';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { Notice } from '@/lib/contracts/status-page';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { NoticeForm } from './notice-form';

export function NoticeRow({ notice }: { notice: Notice }) {
  const { change } = useChange();
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const nowMs = useNow(10_000);
  const { id, text, isPublic, endsAt } = notice;
  const hasEnded = endsAt !== null && nowMs !== null && Date.parse(endsAt) <= nowMs;
  const path = `/api/v1/status/notices/${id}`;

  async function end() {
    const answer = await change('POST', `${path}/end`);
    if (answer.ok) toast.success('The notice is off the page.');
    else toast.error(answer.message);
  }
  async function remove() {
    const answer = await change('DELETE', path);
    return answer.ok ? null : answer.message;
  }

  if (doing === 'edit') return <NoticeForm notice={notice} onClose={() => setDoing(null)} />;
  return (
    <div className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="text-sm break-words whitespace-pre-wrap">{text}</p>
        <div className="mt-1 flex flex-wrap items-center gap-1.5">
          {hasEnded ? <Badge>ended</Badge> : <Badge tone="accent">pinned</Badge>}
          {!isPublic && <Badge>staff only</Badge>}
          <NoticeTimes notice={notice} hasEnded={hasEnded} />
        </div>
      </div>
      <Menu
        label="More about the notice"
        align="end"
        trigger={
          <IconButton label={`More about “${text.slice(0, 40)}”`}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setDoing('edit')}>Edit</MenuItem>
        {!hasEnded && <MenuItem onSelect={() => void end()}>End it now</MenuItem>}
        <MenuSeparator />
        <MenuItem danger onSelect={() => setDoing('remove')}>
          Remove …
        </MenuItem>
      </Menu>
      {doing === 'remove' && (
        <ConfirmDialog
          open
          onClose={() => setDoing(null)}
          title="Remove this notice?"
          confirm="Remove"
          busy="Removing …"
          danger
          onConfirm={remove}
        >
          <p>It goes off the page and off this list. To keep it here, end it instead.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function NoticeTimes({ notice: { createdAt, endsAt, editedAt }, hasEnded }: { notice: Notice; hasEnded: boolean }) {
  return (
    <Facts>
      <span>
        since <Time at={createdAt} />
      </span>
      {endsAt && (
        <span>
          {hasEnded ? 'ended' : 'until'} <Time at={endsAt} />
        </span>
      )}
      {editedAt && (
        <span>
          edited <Time at={editedAt} />
        </span>
      )}
    </Facts>
  );
}
