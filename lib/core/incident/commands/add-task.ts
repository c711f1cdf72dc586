import * as z from 'zod/mini';
import { UserId, type TaskId } from '@/lib/core/ids';
import { InstantInput, line, orNull } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { findHypothesis, noHypothesis } from '../find';
import { HypothesisRef } from '../ref-inputs';
import { findWorker, refusedOwner } from '../owner';
import { mustBeInRoom } from '../permissions';
import { refusedDueTime } from '../refused-time';
import { TASK_KINDS } from '../state';

export const addTask = command({
  name: 'task.add',
  title: 'Add a task',
  path: '/tasks',
  input: z.strictObject({
    text: line(500),
    kind: z._default(z.enum(TASK_KINDS), 'investigation'),
    ownerId: orNull(UserId),
    dueAt: orNull(InstantInput),
    hypothesis: orNull(HypothesisRef),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { text, kind, ownerId, dueAt, hypothesis: wanted }, meta) {
    if (incident.status === 'closed' && kind !== 'follow-up') {
      return refuse('rule', `${incident.key} is closed and takes follow-up tasks only. Set its status back with a reason first.`);
    }
    const hypothesis = wanted === null ? null : findHypothesis(incident, wanted);
    if (wanted !== null && !hypothesis) return noHypothesis(wanted);
    const badTime = refusedDueTime(dueAt, meta.at);
    if (badTime) return badTime;
    const ref = `T${incident.counters.T + 1}`;
    const unowned = { ref, ownerId: null, ownerName: null };
    const refused = ownerId && refusedOwner(incident, meta.actor, unowned, ownerId);
    if (refused) return refused;
    const found = ownerId ? findWorker(incident, meta, ownerId) : null;
    if (found && !found.ok) return found;
    const ownerName = found?.person.name ?? null;
    const taskId = meta.commandId as string as TaskId;
    return ok({
      type: 'task.added',
      data: { taskId, ref, text, kind, ownerId, ownerName, dueAt, hypothesisId: hypothesis?.id ?? null },
    });
  },
});
