import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { InstantInput } from '@/lib/core/text';
import { command, ok } from '../command';
import { conflict } from '../conflict';
import { findTask, noTask } from '../find';
import { TaskRef } from '../ref-inputs';
import { findWorker, ownerMoved, refusedOwner } from '../owner';
import { mustBeInRoom } from '../permissions';
import { refusedDueTime } from '../refused-time';
import { alreadyEnded } from '../task-state';

export const assignTask = command({
  name: 'task.assign',
  title: 'Assign a task',
  path: '/tasks/{task}/assign',
  input: z.strictObject({
    task: TaskRef,
    /** Null gives it back to everybody. */
    userId: z.nullable(UserId),
    /** Left out: stays as it is. */
    dueAt: z.optional(z.nullable(InstantInput)),
    /** The owner that the person saw. */
    was: z.optional(z.nullable(UserId)),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, input, meta) {
    const task = findTask(incident, input.task);
    if (!task) return noTask(input.task);
    const { id: taskId, ref, ownerId: present } = task;
    const refused = alreadyEnded(task) ?? ownerMoved(task, input.was) ?? refusedOwner(incident, meta.actor, task, input.userId);
    if (refused) return refused;
    const badTime = input.dueAt ? refusedDueTime(input.dueAt, meta.at) : null;
    if (badTime) return badTime;
    const found = input.userId ? findWorker(incident, meta, input.userId) : null;
    if (found && !found.ok) return found;
    const ownerName = found?.person.name ?? null;
    const dueAt = input.dueAt === undefined ? task.dueAt : input.dueAt;
    if (input.userId === present && dueAt === task.dueAt) {
      return conflict(`${ref} is ${ownerName ? `${ownerName}'s` : "nobody's"} already.`, present, null);
    }
    return ok({ type: 'task.assigned', data: { taskId, ownerId: input.userId, ownerName, dueAt } });
  },
});
