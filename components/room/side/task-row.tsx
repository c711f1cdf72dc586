'use client';

import clsx from 'clsx';
import { Circle, CircleCheck, CircleSlash, EllipsisVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { relativeText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { taskActions } from '@/lib/client/actions/task-actions';
import type { Task } from '@/lib/core/incident/state';
import { LineText } from '../log/line-text';
import { RefLink } from '../ref-link';
import { useRoom } from '../room-provider';
import { useRoomUi, useRoomUiStore } from '../room-context';
import { useActing } from '../use-acting';
import { TaskForm, type TaskFormName } from './task-form';

const SHAPE = { open: Circle, done: CircleCheck, dropped: CircleSlash } as const;
const INK = { open: 'text-muted', done: 'text-good-ink', dropped: 'text-faint' } as const;

/** One task: what, who, until when, and what can be done with it. */
export function TaskRow({ task }: { task: Task }) {
  const { id, ref, text, kind, state, ownerName, dueAt, outcome, hypothesisId, stateSetBy } = task;
  const ui = useRoomUiStore();
  const isSelected = useRoomUi((shown) => shown.selected?.kind === 'task' && shown.selected.id === id);
  const about = useRoom((view) => (hypothesisId ? (view.drawn.hypotheses[hypothesisId]?.ref ?? null) : null));
  const [form, setForm] = useState<TaskFormName | null>(null);
  const actions = useTaskActions(task, setForm);
  const finish = actions.find(({ name }) => name === 'task.finish');
  const Shape = SHAPE[state];
  return (
    <li
      id={ref}
      tabIndex={-1}
      onClick={() => ui.getState().select({ kind: 'task', id })}
      className={clsx('rounded-md px-1.5 py-1 outline-none', isSelected ? 'bg-hover' : 'hover:bg-hover')}
    >
      <div className="flex items-start gap-1.5">
        {finish ? (
          <IconButton size="sm" label={`Finish ${ref}`} className="-mt-0.5 -ml-1" onClick={() => finish.run(task)}>
            <Shape />
          </IconButton>
        ) : (
          <Shape aria-label={state} role="img" className={clsx('mt-0.5 size-4 shrink-0', INK[state])} />
        )}
        <div className="min-w-0 flex-1">
          <p className={clsx('wrap-anywhere', state !== 'open' && 'text-muted', state === 'dropped' && 'line-through')}>
            <span className="font-mono text-xs font-medium text-maintenance-ink">{ref}</span>{' '}
            <LineText text={text} lastSeq={Infinity} />
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-faint">
            {kind !== 'investigation' && <Badge tone={kind === 'mitigation' ? 'accent' : 'neutral'}>{kind}</Badge>}
            <span className={ownerName ? 'text-muted' : ''}>{ownerName ?? (state === 'open' ? 'unowned' : '')}</span>
            {about && <RefLink kind="hypothesis" reference={about} />}
            {state === 'open' && dueAt && <Due at={dueAt} />}
            {state !== 'open' && <span>{`${state} by ${stateSetBy.name}${outcome ? `: ${outcome}` : ''}`}</span>}
          </p>
        </div>
        {actions.length > 0 && (
          <Menu
            label={`Task ${ref}`}
            align="end"
            trigger={
              <IconButton size="sm" label={`More for ${ref}`} className="-mt-0.5">
                <EllipsisVertical />
              </IconButton>
            }
          >
            {actions.map((action) => (
              <MenuItem key={action.name} onSelect={() => action.run(task)}>
                {action.title}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {form && <TaskForm task={task} form={form} onClose={() => setForm(null)} />}
    </li>
  );
}

function useTaskActions(task: Task, openForm: (form: TaskFormName) => void) {
  const acting = useActing();
  const all = useMemo(() => taskActions(acting, openForm), [acting, openForm]);
  const facts = useRoom(useShallow(({ drawn, me }) => [drawn.status, drawn.commanderId, drawn.roles, me]));
  return useMemo(() => {
    void facts;
    return all.filter((action) => action.when(task));
  }, [all, task, facts]);
}

function Due({ at }: { at: string }) {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(10_000, offsetMs);
  const isLate = nowMs !== null && Date.parse(at) < nowMs;
  return <span className={isLate ? 'text-warn-ink' : ''}>due {nowMs === null ? '…' : relativeText(at, nowMs)}</span>;
}
