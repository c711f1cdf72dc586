import type { Task } from '@/lib/core/incident/state';
import { taskOffers, type TaskOffer } from '../offers';
import type { ActionOn } from './action';
import type { Acting } from './acting';

export type TaskForm = 'assign' | 'drop' | 'outcome';

type Row = Pick<ActionOn<Task>, 'name' | 'title' | 'shortcut' | 'words'> & { offer: TaskOffer; run: (task: Task) => void };

/** What can be done with one task. */
export function taskActions({ view, ask }: Acting, openForm: (form: TaskForm) => void): ActionOn<Task>[] {
  const rows: Row[] = [
    {
      name: 'task.claim',
      title: 'Claim',
      offer: 'claim',
      shortcut: 'i',
      words: 'assign to me take',
      run: ({ ref }) =>
        ask('task.assign', {
          task: ref,
          userId: view().me.userId,
          was: null,
        }),
    },
    {
      name: 'task.finish',
      title: 'Finish',
      offer: 'finish',
      words: 'done',
      run: ({ ref }) => ask('task.finish', { task: ref }),
    },
    { name: 'task.outcome', title: 'Finish with an outcome …', offer: 'finish', run: () => openForm('outcome') },
    { name: 'task.assign', title: 'Assign …', offer: 'assign', shortcut: 'a', words: 'owner', run: () => openForm('assign') },
    {
      name: 'task.release',
      title: 'Give back',
      offer: 'release',
      words: 'release unassign',
      run: ({ ref, ownerId }) =>
        ask('task.assign', {
          task: ref,
          userId: null,
          was: ownerId,
        }),
    },
    { name: 'task.drop', title: 'Drop …', offer: 'drop', words: 'cancel', run: () => openForm('drop') },
  ];
  return rows.map(({ offer, ...row }) => ({
    ...row,
    group: 'Tasks' as const,
    when: (task) => taskOffers(view(), task).has(offer),
  }));
}
