import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { orNull, prose } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import type { Fact } from '../events';
import { handedOn } from '../owned-by';
import { findWorker } from '../owner';
import { mustNotView } from '../permissions';

export const endShift = command({
  name: 'shift.end',
  title: 'Go off shift',
  path: '/shift/end',
  input: z.strictObject({
    /** What whoever goes on should know. */
    note: orNull(prose(10_000)),
    /** Who takes over what one owns here. */
    handTo: orNull(UserId),
    /** Whether it goes back to everybody instead. */
    giveBack: z._default(z.boolean(), false),
  }),
  may: mustNotView,
  whenClosed: true,
  decide(incident, { note, handTo, giveBack }, meta) {
    const { userId, name } = meta.actor;
    if (incident.commanderId === userId)
      return refuse('rule', 'You command this incident. Hand command over first, then get some sleep.');
    const shift = incident.shifts[userId];
    if (!shift || shift.offAt !== null) return conflict('You are off shift already.', shift ?? null, null);
    if (handTo !== null && giveBack) return refuse('invalid', 'Hand what you have to somebody, or give it back: not both.');
    if (handTo === userId) return refuse('invalid', 'You are going off shift. Choose somebody else.');
    const found = handTo === null ? null : findWorker(incident, meta, handTo);
    if (found && !found.ok) return found;
    const handed = found || giveBack ? handedOn(incident, userId, found?.person ?? null) : [];
    const held = incident.roles[userId] ?? [];
    const released = held.map((role): Fact => ({ type: 'role.released', data: { userId, name, role } }));
    return ok(...handed, ...released, { type: 'shift.ended', data: { userId, name, note } });
  },
});
