import * as z from 'zod/mini';
import { orNull, prose } from '@/lib/core/text';
import { command, ok } from '../command';
import { findTask, noTask } from '../find';
import { TaskRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { alreadyEnded } from '../task-state';

export const finishTask = command({
  name: 'task.finish',
  title: 'Finish a task',
  path: '/tasks/{task}/finish',
  input: z.strictObject({ task: TaskRef, outcome: orNull(prose(2000)) }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { task: wanted, outcome }) {
    const task = findTask(incident, wanted);
    if (!task) return noTask(wanted);
    return alreadyEnded(task) ?? ok({ type: 'task.finished', data: { taskId: task.id, outcome } });
  },
});
