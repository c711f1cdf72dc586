import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { orNull, prose } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { handOverNote } from '../hand-over-note';
import { findWorker } from '../owner';
import { mustBeInRoom } from '../permissions';

export const handOverCommand = command({
  name: 'command.hand-over',
  title: 'Hand command over',
  path: '/command/hand-over',
  input: z.strictObject({
    userId: UserId,
    /** Left out: made from how the incident stands. */
    note: orNull(prose(10_000)),
  }),
  may: mustBeInRoom,
  decide(incident, { userId, note: written }, meta) {
    const { commanderId, handOver } = incident;
    if (commanderId === null) return refuse('rule', 'Nobody commands this incident. Take command first, or ask them to take it.');
    if (commanderId !== meta.actor.userId) {
      const name = incident.people[commanderId] ?? 'Somebody else';
      return refuse('forbidden', `${name} commands this incident. Only ${name} can hand it over; you can take it with a reason.`);
    }
    if (userId === commanderId) return refuse('invalid', 'You command this incident already. Choose somebody else.');
    const found = findWorker(incident, meta, userId);
    if (!found.ok) return found;
    const { name } = found.person;
    const note = written ?? handOverNote(incident);
    if (handOver?.toId === userId && handOver.note === note) {
      const by = { userId: commanderId, name: meta.actor.name, at: handOver.at };
      return conflict(`You offered command to ${name} already. It is theirs once they accept.`, { userId, name }, by);
    }
    return ok({ type: 'command.handOverOffered', data: { toId: userId, toName: name, note } });
  },
});
