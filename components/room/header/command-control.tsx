'use client';

import { ChevronDown, Crown } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Tooltip } from '@/components/ui/tooltip';
import { outside } from '@/lib/client/offers';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { useQuickCommand } from '../use-command';

/** Who commands; and taking, handing over and accepting command. */
export function CommandControl() {
  const me = useRoom((view) => view.me.userId);
  const commanderId = useRoom((view) => view.drawn.commanderId);
  const name = useRoom((view) => (view.drawn.commanderId ? (view.drawn.people[view.drawn.commanderId] ?? 'Somebody') : null));
  const offer = useRoom((view) => view.drawn.handOver);
  const canWork = useRoom((view) => outside(view) === null && view.drawn.status !== 'closed');
  const ask = useQuickCommand();

  if (offer?.toId === me && canWork) {
    return (
      <Button size="sm" variant="primary" icon={<Crown aria-hidden />} onClick={() => void ask('command.accept', {})}>
        <span>
          Accept<span className="max-md:sr-only"> command from {name}</span>
        </span>
      </Button>
    );
  }
  if (name === null || commanderId === null) {
    if (!canWork) return <span className="px-1 text-xs text-faint">no commander</span>;
    return (
      <Button size="sm" icon={<Crown aria-hidden />} onClick={() => void ask('command.take', { was: null })}>
        <span>
          Take<span className="max-md:sr-only"> command</span>
        </span>
      </Button>
    );
  }
  return canWork ? <CommanderMenu commanderId={commanderId} name={name} /> : <Commander id={commanderId} name={name} />;
}

function Commander({ id, name }: { id: string; name: string }) {
  const offer = useRoom((view) => view.drawn.handOver);
  return (
    <Tooltip
      text={
        offer ? `${name} hands command over to ${offer.toName}, who has not accepted yet.` : `${name} is the incident commander`
      }
    >
      <span className="inline-flex min-w-0 items-center gap-1.5 text-xs">
        <abbr title="Incident commander" className="text-faint no-underline max-md:sr-only">
          IC
        </abbr>
        <Avatar name={name} seed={id} size="xs" />
        <span className="max-w-36 truncate font-medium max-md:sr-only">{name}</span>
        {offer && <span className="max-w-28 truncate text-warn-ink max-md:max-w-14">→ {offer.toName}</span>}
      </span>
    </Tooltip>
  );
}

function CommanderMenu({ commanderId, name }: { commanderId: string; name: string }) {
  const ui = useRoomUiStore();
  const isMe = useRoom((view) => view.me.userId === commanderId);
  const hasOffered = useRoom((view) => view.drawn.handOver !== null);
  const ask = useQuickCommand();
  return (
    <Menu
      label="Command"
      trigger={
        <button
          type="button"
          aria-label={`Incident commander ${name}, change`}
          className="inline-flex h-7 min-w-0 items-center gap-1 rounded-md px-1.5 hover:bg-hover touch:h-11"
        >
          <Commander id={commanderId} name={name} />
          <ChevronDown aria-hidden className="size-3.5 text-faint" />
        </button>
      }
    >
      {isMe && <MenuItem onSelect={() => ui.getState().open({ name: 'hand-over' })}>Hand over …</MenuItem>}
      {isMe && hasOffered && <MenuItem onSelect={() => void ask('command.take', {})}>Keep command</MenuItem>}
      {isMe && (
        <MenuItem onSelect={() => void ask('role.release', { role: 'commander' })} hint="Nobody commands then">
          Give command back
        </MenuItem>
      )}
      {!isMe && <MenuItem onSelect={() => ui.getState().open({ name: 'take-command' })}>Take command …</MenuItem>}
    </Menu>
  );
}
