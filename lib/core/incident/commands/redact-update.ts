import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { findUpdate, noUpdate } from '../find';
import { UpdateRef } from '../ref-inputs';
import { mustBeInRoom, mustSpeak } from '../permissions';

export const redactUpdate = command({
  name: 'update.redact',
  title: 'Redact an update',
  path: '/updates/{update}/redact',
  input: z.strictObject({ update: UpdateRef, because: Reason }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { update: wanted, because }, { actor }) {
    const update = findUpdate(incident, wanted);
    if (!update) return noUpdate(wanted);
    const { id: updateId, ref, postedBy, redacted } = update;
    if (redacted) return conflict(`${ref} was redacted already${byWhom(redacted)}.`, true, redacted);
    const isTheirs = postedBy.userId === actor.userId || actor.role === 'admin';
    const silent = isTheirs ? null : mustSpeak(incident, actor);
    if (silent) return refuse('forbidden', silent);
    return ok({ type: 'update.redacted', data: { updateId, because } });
  },
});
