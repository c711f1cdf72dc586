import type { UserId } from '@/lib/core/ids';
import type { Fact } from './events';
import type { Hypothesis, IncidentState, Task } from './state';

/** What somebody still has to do here: hypotheses that are alive and tasks that are open. */
export function ownedBy(incident: IncidentState, userId: UserId): { hypotheses: Hypothesis[]; tasks: Task[] } {
  const isAlive = ({ state }: Hypothesis) => state === 'open' || state === 'testing';
  return {
    hypotheses: Object.values(incident.hypotheses).filter((one) => one.ownerId === userId && isAlive(one)),
    tasks: Object.values(incident.tasks).filter((one) => one.ownerId === userId && one.state === 'open'),
  };
}

/** The same in the hands of somebody else, or of nobody; a time-box goes on only where somebody keeps it. */
export function handedOn(incident: IncidentState, from: UserId, to: { userId: UserId; name: string } | null): Fact[] {
  const { hypotheses, tasks } = ownedBy(incident, from);
  const [ownerId, ownerName] = [to?.userId ?? null, to?.name ?? null];
  return [
    ...hypotheses.map(({ id, testBy }): Fact => ({
      type: 'hypothesis.assigned',
      data: { hypothesisId: id, ownerId, ownerName, testBy: to ? testBy : null },
    })),
    ...tasks.map(({ id, dueAt }): Fact => ({ type: 'task.assigned', data: { taskId: id, ownerId, ownerName, dueAt } })),
  ];
}
