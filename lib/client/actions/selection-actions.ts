import type { Hypothesis, IncidentState, Task } from '@/lib/core/incident/state';
import type { Selection } from '../room-ui';
import type { RoomView } from '../room-view';
import { bind, type Action } from './action';
import type { Acting } from './acting';
import { entryActions, type EntryTarget } from './entry-actions';
import { hypothesisActions } from './hypothesis-actions';
import { taskActions } from './task-actions';
import { entryAround, hypothesisAround } from './walk';

const none = () => undefined;

const selectedEntry = ({ events }: RoomView, selected: Selection | null): EntryTarget | null => {
  const event = selected?.kind === 'entry' ? events.find(({ seq }) => seq === selected.seq) : undefined;
  return event ? { event, pending: false } : null;
};

const selectedHypothesis = ({ hypotheses }: IncidentState, selected: Selection | null): Hypothesis | null =>
  selected?.kind === 'hypothesis' ? (hypotheses[selected.id] ?? null) : null;

const selectedTask = ({ tasks }: IncidentState, selected: Selection | null): Task | null =>
  selected?.kind === 'task' ? (tasks[selected.id] ?? null) : null;

/** What can be done with what is selected, and moving the selection. */
export function selectionActions(acting: Acting): Action[] {
  const { view, ui } = acting;
  const entry = () => selectedEntry(view(), ui().selected);
  const hypothesis = () => selectedHypothesis(view().drawn, ui().selected);
  const task = () => selectedTask(view().drawn, ui().selected);
  return [
    ...bind(hypothesisActions(acting), hypothesis, () => `: ${hypothesis()?.ref}`),
    ...bind(
      taskActions(acting, none).filter(({ title }) => !title.endsWith('…')),
      task,
      () => `: ${task()?.ref}`,
    ),
    ...bind(entryActions(acting), entry, () => `: #${entry()?.event.seq}`),
  ];
}

/** `j` and `k` walk through hypotheses while one is selected or the board is shown, else through the log. */
export function walkActions({ view, ui, reveal }: Acting): Action[] {
  const walk = (step: 1 | -1) => () => {
    const { selected, tab } = ui();
    const walksBoard = selected?.kind === 'hypothesis' || (selected === null && tab === 'board');
    if (walksBoard) {
      const next = hypothesisAround(view().drawn, selected, step);
      if (next) ui().select({ kind: 'hypothesis', id: next.id });
      if (next) reveal(next.ref);
    } else {
      const seq = entryAround(view(), selected, step);
      if (seq !== null) ui().light(seq);
    }
  };
  return [
    { name: 'walk.next', title: 'Next line or hypothesis', group: 'Go to', shortcut: 'j', run: walk(1) },
    { name: 'walk.previous', title: 'Previous line or hypothesis', group: 'Go to', shortcut: 'k', run: walk(-1) },
  ];
}
