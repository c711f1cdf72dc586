import { findHypothesis, findTask } from '@/lib/core/incident/find';
import type { IncidentState } from '@/lib/core/incident/state';
import type { RoomUi } from '@/lib/client/room-ui';

const DOM_READY_MS = 0;

/** Brings what has this id into view and to the keyboard, once it is drawn. */
export function reveal(id: string) {
  setTimeout(() => {
    const element = document.getElementById(id);
    element?.closest('details')?.setAttribute('open', '');
    element?.scrollIntoView({ block: 'nearest' });
    // Whoever was quicker and writes in it already goes on.
    if (!element?.contains(document.activeElement)) element?.focus({ preventScroll: true });
  }, DOM_READY_MS);
}

export function showHypothesis(incident: IncidentState, ui: RoomUi, ref: string) {
  const hypothesis = findHypothesis(incident, ref);
  if (!hypothesis) return;
  ui.show('board');
  ui.select({ kind: 'hypothesis', id: hypothesis.id });
  reveal(hypothesis.ref);
}

export function showTask(incident: IncidentState, ui: RoomUi, ref: string) {
  const task = findTask(incident, ref);
  if (!task) return;
  ui.show('context');
  ui.select({ kind: 'task', id: task.id });
  reveal(task.ref);
}
