'use client';

import { useShallow } from 'zustand/react/shallow';
import { Avatar } from '@/components/ui/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { reveal } from '../show';

const SHOWN = 4;
const NAMED = 20;

/** Faces of those who are here, without oneself. The list of all is in the side column. */
export function PresenceRow() {
  const ui = useRoomUiStore();
  const others = useRoom(useShallow(({ people, me }) => people.filter(({ userId }) => userId !== me.userId)));
  const count = useRoom((view) => Math.max(view.peopleCount, view.people.length));
  const more = Math.max(0, count - 1 - Math.min(others.length, SHOWN));
  const words =
    count <= 1
      ? 'Nobody else is here'
      : `${count} here: you, ${others
          .slice(0, NAMED)
          .map(({ name }) => name)
          .join(', ')}${others.length > NAMED ? ' …' : ''}`;
  return (
    <Tooltip text={words} side="bottom">
      <button
        type="button"
        aria-label={words}
        className="flex h-7 w-32 items-center justify-end gap-1 rounded-md px-1 hover:bg-hover max-md:hidden touch:h-11"
        onClick={() => {
          ui.getState().show('people');
          reveal('people-here');
        }}
      >
        {others.slice(0, SHOWN).map(({ userId, name }) => (
          <Avatar key={userId} name={name} seed={userId} />
        ))}
        {more > 0 && <span className="font-mono text-xs text-muted">+{more}</span>}
        {count <= 1 && <span className="text-xs text-faint">only you</span>}
      </button>
    </Tooltip>
  );
}
