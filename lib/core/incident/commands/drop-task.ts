import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { findTask, noTask } from '../find';
import { TaskRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { alreadyEnded } from '../task-state';

export const dropTask = command({
  name: 'task.drop',
  title: 'Drop a task',
  path: '/tasks/{task}/drop',
  input: z.strictObject({ task: TaskRef, because: Reason }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { task: wanted, because }) {
    const task = findTask(incident, wanted);
    if (!task) return noTask(wanted);
    return alreadyEnded(task) ?? ok({ type: 'task.dropped', data: { taskId: task.id, because } });
  },
});
