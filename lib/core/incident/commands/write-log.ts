import * as z from 'zod/mini';
import { prose } from '@/lib/core/text';
import { command, ok } from '../command';
import { mustBeInRoom } from '../permissions';

export const NoteText = prose(10_000);

export const writeLog = command({
  name: 'log.write',
  title: 'Write into the log',
  path: '/log',
  input: z.strictObject({ text: NoteText }),
  may: mustBeInRoom,
  whenClosed: true,
  decide: (_incident, { text }) => ok({ type: 'log.written', data: { text } }),
});
