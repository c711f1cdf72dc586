'use client';

import clsx from 'clsx';
import { Lightbulb, ListTodo, NotebookPen, Users } from 'lucide-react';
import type { RoomTab } from '@/lib/client/room-ui';
import { useRoom } from './room-provider';
import { useRoomUi, useRoomUiStore } from './room-context';

const TABS = [
  { tab: 'log', word: 'Log', Icon: NotebookPen },
  { tab: 'board', word: 'Board', Icon: Lightbulb },
  { tab: 'context', word: 'Context', Icon: ListTodo },
  { tab: 'people', word: 'People', Icon: Users },
] as const;

/** The parts of the room, within reach of a thumb. */
export function RoomTabs() {
  const ui = useRoomUiStore();
  const shown = useRoomUi((state) => state.tab);
  const living = useRoom(
    ({ drawn }) => Object.values(drawn.hypotheses).filter(({ state }) => state === 'testing' || state === 'open').length,
  );
  const toDo = useRoom(
    ({ drawn }) =>
      Object.values(drawn.tasks).filter(({ state }) => state === 'open').length +
      Object.values(drawn.questions).filter(({ answer }) => answer === null).length,
  );
  const here = useRoom((view) => Math.max(view.peopleCount, view.people.length));
  const counts: Record<RoomTab, number> = { log: 0, board: living, context: toDo, people: here };
  return (
    <nav
      aria-label="Parts of the room"
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] xl:hidden print:hidden"
    >
      {TABS.map(({ tab, word, Icon }) => (
        <button
          key={tab}
          type="button"
          aria-current={shown === tab ? 'page' : undefined}
          onClick={() => ui.getState().show(tab)}
          className={clsx(
            'flex min-h-12 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium outline-offset-[-2px]',
            tab === 'log' && 'md:hidden',
            shown === tab || (tab === 'board' && shown === 'log') ? 'md:text-ink' : '',
            shown === tab ? 'text-accent-ink' : 'text-muted',
          )}
        >
          <span className="relative">
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            {counts[tab] > 0 && (
              <span className="absolute -top-1 left-4 min-w-4 rounded-full bg-surface px-1 font-mono text-2xs leading-4">
                {counts[tab]}
              </span>
            )}
          </span>
          {word}
        </button>
      ))}
    </nav>
  );
}
