'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { offers } from '@/lib/client/offers';
import type { Task } from '@/lib/core/incident/state';
import { useRoom } from '../room-provider';
import { useRoomUiStore } from '../room-context';
import { SideSection } from './side-section';
import { TaskRow } from './task-row';

const numberOf = ({ ref }: Task) => Number(ref.slice(1));

/** What is to be done, the open ones first. */
export function TasksSection() {
  const ui = useRoomUiStore();
  const tasks = useRoom((view) => view.drawn.tasks);
  const canAdd = useRoom((view) => offers(view, 'task.add', { text: 'something', kind: 'follow-up' }));
  const [open, ended] = useMemo(() => {
    const all = Object.values(tasks).sort((a, b) => numberOf(a) - numberOf(b));
    return [all.filter(({ state }) => state === 'open'), all.filter(({ state }) => state !== 'open')];
  }, [tasks]);
  return (
    <SideSection
      title="Tasks"
      action={
        canAdd && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus aria-hidden />}
            onClick={() => ui.getState().open({ name: 'task', hypothesisId: null })}
          >
            Add
          </Button>
        )
      }
    >
      {open.length === 0 && (
        <p className="text-xs text-faint">{ended.length === 0 ? 'Nothing to do yet.' : 'Everything is done.'}</p>
      )}
      <ul className="-mx-1.5 flex flex-col">
        {open.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer rounded-sm py-0.5 text-xs text-muted hover:text-ink touch:min-h-11">
            {ended.length} done or dropped
          </summary>
          <ul className="-mx-1.5 flex flex-col">
            {ended.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </SideSection>
  );
}
