'use client';

import { BookOpenText, EllipsisVertical, Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/external-link';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { canLinkPostmortem, offers } from '@/lib/client/offers';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { useQuickCommand } from '../use-command';

/** The postmortem that the public reads, or the way to link one once the public reads that it is over. */
export function Postmortem() {
  const ui = useRoomUiStore();
  const url = useRoom((view) => view.drawn.postmortemUrl);
  const canLink = useRoom(canLinkPostmortem);
  if (url !== null) return <Linked url={url} />;
  if (!canLink) return null;
  return (
    <Button
      size="sm"
      variant="ghost"
      icon={<Link2 aria-hidden />}
      className="-ml-2 self-start"
      onClick={() => ui.getState().open({ name: 'postmortem' })}
    >
      Link the postmortem …
    </Button>
  );
}

function Linked({ url }: { url: string }) {
  return (
    <div className="flex items-start gap-1.5 pt-1">
      <BookOpenText aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <p className="line-clamp-3 min-w-0 flex-1 wrap-anywhere">
        <span className="text-muted">Postmortem </span>
        <ExternalLink href={url} />
      </p>
      <PostmortemMenu url={url} />
    </div>
  );
}

function PostmortemMenu({ url }: { url: string }) {
  const ui = useRoomUiStore();
  const ask = useQuickCommand();
  const canLink = useRoom(canLinkPostmortem);
  const canTakeBack = useRoom((view) => offers(view, 'postmortem.publish', { url: null }));
  if (!canTakeBack) return null;
  return (
    <Menu
      label="Postmortem"
      align="end"
      trigger={
        <IconButton size="sm" label="More for the postmortem" className="-mt-0.5">
          <EllipsisVertical />
        </IconButton>
      }
    >
      {canLink && <MenuItem onSelect={() => ui.getState().open({ name: 'postmortem' })}>Change …</MenuItem>}
      <MenuItem onSelect={() => void ask('postmortem.publish', { url: null, was: url })}>Take it back</MenuItem>
    </Menu>
  );
}
