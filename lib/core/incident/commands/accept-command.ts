import * as z from 'zod/mini';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { mustBeInRoom } from '../permissions';

export const acceptCommand = command({
  name: 'command.accept',
  title: 'Accept command',
  path: '/command/accept',
  input: z.strictObject({}),
  may: mustBeInRoom,
  decide({ handOver, commanderId, commanderSetBy, people }, _input, { actor }) {
    if (!handOver) {
      const now = commanderId ? `${people[commanderId] ?? 'Somebody'} commands this incident.` : 'Nobody commands: take command.';
      return conflict(`Nobody hands command over to you just now. ${now}`, commanderId, commanderSetBy);
    }
    if (handOver.toId !== actor.userId) {
      return refuse('forbidden', `Command is offered to ${handOver.toName}. Only ${handOver.toName} can accept it.`);
    }
    return ok({ type: 'command.accepted', data: { userId: actor.userId, name: actor.name, fromId: handOver.fromId } });
  },
});
