import * as z from 'zod/mini';
import { UserId } from '@/lib/core/ids';
import { orNull, Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustBeInRoom } from '../permissions';

export const takeCommand = command({
  name: 'command.take',
  title: 'Take command',
  path: '/command/take',
  input: z.strictObject({
    /** Why it is taken from somebody; it stands in the log. */
    because: orNull(Reason),
    /** The commander that the person saw, null for none. */
    was: z.optional(z.nullable(UserId)),
  }),
  may: mustBeInRoom,
  decide(incident, { because, was }, { actor }) {
    const { commanderId, commanderSetBy, handOver } = incident;
    const name = commanderId ? (incident.people[commanderId] ?? 'Somebody') : null;
    const present = commanderId ? { userId: commanderId, name } : null;
    if (was !== undefined && was !== commanderId) {
      const now = name ? `${name} commands this incident now` : 'Nobody commands this incident any more';
      return conflict(`${now}${byWhom(commanderSetBy)}. Look again, then decide.`, present, commanderSetBy);
    }
    // With an offer out, the commander takes it back this way.
    if (commanderId === actor.userId && !handOver) {
      return conflict(`You command this incident already${byWhom(commanderSetBy)}.`, present, commanderSetBy);
    }
    if (handOver?.toId === actor.userId && because === null) {
      return refuse('rule', `${name} hands command over to you. Accept it.`);
    }
    if (commanderId !== null && commanderId !== actor.userId && because === null) {
      return refuse('rule', `${name} commands this incident. Ask ${name} to hand over, or say why you take command now.`);
    }
    const data = { userId: actor.userId, name: actor.name, fromId: commanderId, because };
    return ok({ type: 'command.taken', data });
  },
});
