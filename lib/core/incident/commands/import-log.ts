import * as z from 'zod/mini';
import { InstantInput } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { mustBeInRoom } from '../permissions';
import { refusedTime } from '../refused-time';
import { NoteText } from './write-log';

const LINES_MAX = 500;
const TOO_MANY = `That is more than ${LINES_MAX} lines. Send it in parts, or attach it as evidence.`;

export const importLog = command({
  name: 'log.import',
  title: 'Bring a written log in',
  path: '/log/import',
  input: z.strictObject({
    lines: z
      .array(z.strictObject({ at: InstantInput, text: NoteText }))
      .check(z.minLength(1, { error: 'There is no line in it.' }), z.maxLength(LINES_MAX, { error: TOO_MANY })),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(_incident, { lines }, { now }) {
    for (const [index, { at }] of lines.entries()) {
      const badTime = refusedTime(at, now, `The time of line ${index + 1}`);
      if (badTime) return refuse('invalid', badTime.message);
    }
    return ok(...lines.map(({ at, text }) => ({ type: 'log.written' as const, data: { text }, at })));
  },
});
