import type { TaskId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './apply';
import type { IncidentState, Task } from './state';

function changed(state: IncidentState, id: TaskId, change: Partial<Task>): IncidentState {
  const task = state.tasks[id];
  return task ? { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } } : state;
}

export const applyTask: Appliers<'task.added' | 'task.assigned' | 'task.finished' | 'task.dropped'> = {
  'task.added': (state, event) => {
    const { taskId: id, ...said } = event.data;
    const task: Task = { id, ...said, state: 'open', outcome: null, addedBy: actOf(event) };
    return { ...state, tasks: { ...state.tasks, [id]: task }, counters: { ...state.counters, T: Number(said.ref.slice(1)) } };
  },
  'task.assigned': (state, { data: { taskId, ...change } }) => changed(state, taskId, change),
  'task.finished': (state, { data: { taskId, outcome } }) => changed(state, taskId, { state: 'done', outcome }),
  'task.dropped': (state, { data: { taskId, because } }) => changed(state, taskId, { state: 'dropped', outcome: because }),
};
