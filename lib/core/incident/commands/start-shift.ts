import * as z from 'zod/mini';
import { command, ok } from '../command';
import { mustBeInRoom } from '../permissions';

export const startShift = command({
  name: 'shift.start',
  title: 'Come on shift',
  path: '/shift/start',
  // Whoever is on already counts anew from now, after a rest.
  input: z.strictObject({}),
  may: mustBeInRoom,
  whenClosed: true,
  decide: (_incident, _input, { actor: { userId, name } }) => ok({ type: 'shift.started', data: { userId, name } }),
});
