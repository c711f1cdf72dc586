import type { TaskId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './appliers';
import type { Act } from './act';
import type { IncidentState, Task } from './state';

function changed(state: IncidentState, id: TaskId, change: Partial<Task>): IncidentState {
  const task = state.tasks[id];
  return task ? { ...state, tasks: { ...state.tasks, [id]: { ...task, ...change } } } : state;
}

const ended = (state: IncidentState, id: TaskId, how: Task['state'], outcome: string | null, by: Act) =>
  changed(state, id, { state: how, outcome, stateSetBy: by });

export const applyTask: Appliers<'task.added' | 'task.assigned' | 'task.finished' | 'task.dropped'> = {
  'task.added': (state, event) => {
    const { taskId: id, ...said } = event.data;
    const task: Task = { id, ...said, state: 'open', stateSetBy: actOf(event), outcome: null, addedBy: actOf(event) };
    return { ...state, tasks: { ...state.tasks, [id]: task }, counters: { ...state.counters, T: Number(said.ref.slice(1)) } };
  },
  'task.assigned': (state, { data: { taskId, ...change } }) => changed(state, taskId, change),
  'task.finished': (state, event) => ended(state, event.data.taskId, 'done', event.data.outcome, actOf(event)),
  'task.dropped': (state, event) => ended(state, event.data.taskId, 'dropped', event.data.because, actOf(event)),
};
